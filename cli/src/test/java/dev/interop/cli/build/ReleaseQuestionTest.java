package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.cli.release.PackageRegistry;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReleaseQuestionTest {
    private static final Path PROJECT = Path.of("..", "builds");

    @TempDir
    Path folder;

    @Test
    void anAnswerIsReadFromTheOutputOfEitherBuilder() {
        assertThat(ReleaseQuestion.releases("""
                #7 [list 3/3] RUN sh /list/go.sh x >/list/releases && sed 's/^/release: /' /list/releases
                #7 0.812 release: v0.9.0
                #7 11.3 release: v0.10.0+incompatible
                #7 DONE 0.9s
                """)).containsExactly("v0.9.0", "v0.10.0+incompatible");
        assertThat(ReleaseQuestion.releases("""
                Step 5/7 : RUN sed 's/^/release: /' /list/releases
                 ---> Running in 1b1d6c6a
                release: 1.9
                release: 1.10
                """)).containsExactly("1.9", "1.10");
    }

    @ParameterizedTest
    @EnumSource(value = PackageRegistry.class, mode = Mode.EXCLUDE, names = "DEBIAN")
    void eachRegistryIsAskedFromAnImageThatIsBuiltHere(PackageRegistry registry) {
        assertThat(ReleaseQuestion.bases(registry, Builds.below(List.of(PROJECT))))
                .hasSize(1);
    }

    @Test
    void aRegistryThatNoFolderAsksIsNamed() {
        assertThatThrownBy(() -> ReleaseQuestion.bases(PackageRegistry.GO, Builds.below(List.of(folder))))
                .isInstanceOf(UserError.class)
                .hasMessage("releases/go.Dockerfile: in no folder of builds, so releases cannot be listed");
    }

    @Test
    @Tag("container")
    void aQuestionIsABuildThatLeavesNoImage() {
        var base = "localhost/interop-test-" + UUID.randomUUID().toString().substring(0, 8) + "/client:1";
        new BuildsFixture(folder)
                .script("client", base, "exec \"$DOCKER\" tag localhost/interop/debian:trixie \"$2\"")
                .write("releases/go.Dockerfile", """
                        FROM %s AS list
                        ARG PACKAGE
                        ARG ASKED
                        RUN echo "$PACKAGE" | tr . '\\n' >/answer && sed 's/^/release: /' /answer
                        FROM scratch
                        COPY --from=list /answer /
                        """.formatted(base))
                .write("releases/pypi.Dockerfile", "FROM " + base + "\nRUN echo x509: unknown authority; exit 7\n");
        try (var engine = Engine.connect()) {
            try {
                assertThat(ask(engine, PackageRegistry.GO, "v1.v2")).containsExactly("v1", "v2");
                assertThat(ask(engine, PackageRegistry.GO, "v3")).containsExactly("v3");
                assertThat(engine.findImage("localhost/interop/releases:go")).isEmpty();
                assertThatThrownBy(() -> ask(engine, PackageRegistry.PYPI, "x"))
                        .isInstanceOfSatisfying(
                                UserError.class,
                                it -> assertThat(it.isOfEnvironment()).isTrue())
                        .hasMessageStartingWith("the releases of x cannot be listed: failed (exit code ")
                        .hasMessageContaining("give its CA with --ca FILE");
            } finally {
                engine.removeImage(base);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GO, github.com/quic-go/quic-go, v0.41.0",
        "PYPI, aioquic, 1.2.0",
        "MAVEN, tech.kwik:kwik, 0.10.8",
        "CRATES, quinn, 0.11.9"
    })
    @Tag("container")
    @Tag("long")
    void aRegistryListsAReleaseThatItHas(PackageRegistry registry, String name, String release) throws Exception {
        try (var engine = Engine.connect()) {
            var options = BuildOptions.defaults(List.of(PROJECT), Files.createDirectory(folder.resolve("logs")));

            assertThat(builder(engine, options).releases(registry, name)).contains(release);
        }
    }

    private List<String> ask(ContainerBackend engine, PackageRegistry registry, String name) {
        return builder(engine, BuildOptions.defaults(List.of(folder), folder.resolve("logs")))
                .releases(registry, name);
    }

    private static ImageBuilder builder(ContainerBackend engine, BuildOptions options) {
        return new ImageBuilder(engine, options, BuildsFixture.noReleases());
    }
}
