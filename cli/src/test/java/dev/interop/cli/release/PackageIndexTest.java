package dev.interop.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageIndexTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void releasesAreInTheOrderOfTheirNumbers() {
        var list = index("v0.60.0", "v0.9.0", "v0.61.0").list(source("github.com/Azure/x"));

        assertThat(asked).containsExactly("go github.com/Azure/x");
        assertThat(list.releases()).containsExactly("v0.9.0", "v0.60.0", "v0.61.0");
    }

    @Test
    void aPackageIsAskedForOnce() {
        var index = index("v0.9.0");

        index.list(source("x"));
        index.check("x", "v0.9.0", source("x"));
        index.list(source("y"));

        assertThat(asked).containsExactly("go x", "go y");
    }

    @Test
    void debiansReleasesAreTheSuitesThatTheBuildNames() {
        var suites = new ReleaseSource(
                PackageRegistry.DEBIAN, "nginx", List.of("trixie", "sid"), Optional.empty(), Optional.empty());

        assertThat(index().list(suites).releases()).containsExactly("trixie", "sid");
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> index().check("nginx", "sit", suites))
                .hasMessage("'nginx@sit': nginx has no such release; nearest: trixie, sid");
    }

    @Test
    void onlyReleasesThatTheBuildMakesAreListed() {
        var source =
                new ReleaseSource(PackageRegistry.GO, "x", List.of(), Optional.of("v0.9.0"), Optional.of("v0.10.0"));

        assertThat(index("v0.8.0", "v0.9.0", "v0.9.1", "v0.10.0", "v0.10.1")
                        .list(source)
                        .releases())
                .containsExactly("v0.9.0", "v0.9.1", "v0.10.0");
        assertThat(source.range()).isEqualTo("v0.9.0 to v0.10.0");
    }

    @Test
    void anUnknownReleaseIsRefusedWithThoseAroundIt() {
        var source = source("example.org/x");

        assertThatThrownBy(() -> index("v0.8.0", "v0.9.0", "v0.9.2", "v0.10.0", "v0.11.0")
                        .check("x", "v0.9.1", source))
                .isInstanceOf(UserError.class)
                .hasMessage("'x@v0.9.1': example.org/x has no such release; nearest: v0.8.0, v0.9.0, v0.9.2, v0.10.0");
        index("v0.9.1").check("x", "v0.9.1", source);
    }

    @Test
    void anAnswerWithoutReleasesIsAFaultOfTheEnvironment() {
        assertThatThrownBy(() -> index().list(source("x")))
                .isInstanceOfSatisfying(
                        UserError.class, it -> assertThat(it.isOfEnvironment()).isTrue())
                .hasMessage("x: no release is listed by go");
    }

    private PackageIndex index(String... answer) {
        return new PackageIndex((registry, name) -> {
            asked.add(registry.label() + " " + name);
            return List.of(answer);
        });
    }

    private static ReleaseSource source(String name) {
        return new ReleaseSource(PackageRegistry.GO, name, List.of(), Optional.empty(), Optional.empty());
    }
}
