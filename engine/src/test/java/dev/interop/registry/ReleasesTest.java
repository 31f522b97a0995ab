package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.moqt.MoqtProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest extends RegistryFiles {
    private Registry registry() {
        return own("""
            'x': {'name': 'X', 'version': '2', 'quic': {'roles': ['client', 'server'], 'image': 'localhost/i/x:local',
                                                        'build': 'b', 'env': {'A': '1'}},
              'moqt': {'draft_versions': ['draft-18'], 'roles': {'relay': {'remote': [{'url': 'moqt://r'}]}}}},
            'y': {'quic': {'roles': ['client'], 'image': 'localhost:5000/y'}}""");
    }

    @Test
    void aReleaseStandsBehindItsImplementationAndIsNotInTheDefaultMatrix() {
        var registry = Releases.added(registry(), List.of("x@1.9", "!x@1.8", "x", "all", "x@1.9"));

        assertThat(registry.implementations())
                .extracting(Implementation::name)
                .containsExactly("x", "x", "x@1.8", "x@1.9", "y");
        var release = registry.find("quic", "x@1.9").orElseThrow();
        assertThat(release.title()).isEqualTo("X@1.9");
        assertThat(release.version()).contains("1.9");
        assertThat(release.selected()).isFalse();
        var client = release.endpoint(Role.CLIENT);
        assertThat(client.image()).contains("localhost/i/x:1.9");
        assertThat(client.build()).contains("b@1.9");
        assertThat(client.env()).containsEntry("A", "1");
        assertThat(registry.find("moqt", "x@1.9")).isEmpty();
        assertThat(registry.find("moqt", "x").orElseThrow().plays(MoqtProtocol.RELAY))
                .isTrue();
    }

    @Test
    void aReleaseTakesThePlaceOfItsImplementation() {
        var registry = Releases.replaced(registry(), new ReleaseName("x", "1.9"));

        assertThat(registry.find("quic", "x")).isEmpty();
        assertThat(registry.find("quic", "x@1.9").orElseThrow().selected()).isTrue();
    }

    @Test
    void anImageThatIsNotBuiltHasNoOtherRelease() {
        assertThatThrownBy(() -> Releases.added(registry(), List.of("y@1")))
                .isInstanceOf(UserError.class)
                .hasMessage("'y@1': 'y' is an image that is not built here, so only its own release can run;"
                        + " name another image with --replace y=IMAGE");
    }

    @Test
    void aReleaseOfWhatIsNotRegisteredIsLeftToTheSelectionWhichNamesTheNearest() {
        assertThat(Releases.added(registry(), List.of("z@1"))).isEqualTo(registry());
        assertThatThrownBy(() -> Releases.replaced(registry(), new ReleaseName("xx", "1")))
                .hasMessageContaining("--replace 'xx': no such implementation; nearest: x");
    }

    @ParameterizedTest
    @CsvSource({
        "v0.60.0, localhost/i/x:local, localhost/i/x:v0.60.0",
        "2.0.0+incompatible, localhost/i/x:local, localhost/i/x:2.0.0_incompatible",
        "1.26.3-3~deb13u2, localhost:5000/x, localhost:5000/x:1.26.3-3_deb13u2"
    })
    void theTagOfAReleasesImageIsTheReleaseWithoutWhatTagsCannotHold(String release, String image, String expected) {
        assertThat(new ReleaseName("x", release).image(image)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x@", "@1", "x@sha256:0123", "localhost/i/x@1", "x@1@2", "x@ 1"})
    void otherTextsAreNoReleases(String text) {
        assertThat(ReleaseName.parse(text)).isEmpty();
        assertThat(ReleaseName.withoutRelease(text)).isEqualTo(text);
    }
}
