package dev.interop.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageIndexTest {
    private final List<URI> asked = new ArrayList<>();

    @Test
    void goListsTheVersionsOfAModule() {
        var list = index("v0.60.0\nv0.9.0\nv0.61.0\n").list(source(PackageRegistry.GO, "github.com/Azure/x"));

        assertThat(asked).containsExactly(URI.create("https://proxy.golang.org/github.com/!azure/x/@v/list"));
        assertThat(list.releases()).containsExactly("v0.9.0", "v0.60.0", "v0.61.0");
    }

    @Test
    void pypiListsProjectsWithoutWhatWasYankedOrHasNoFile() {
        var list = index("""
                {"releases": {"1.10": [{"yanked": false}], "1.9": [{"yanked": true}, {"yanked": false}],
                  "1.8": [{"yanked": true}], "1.7": []}}""").list(source(PackageRegistry.PYPI, "aioquic"));

        assertThat(asked).containsExactly(URI.create("https://pypi.org/pypi/aioquic/json"));
        assertThat(list.releases()).containsExactly("1.9", "1.10");
    }

    @Test
    void mavenCentralListsVersionsInItsMetadata() {
        var list = index("<metadata><versioning><latest>0.10</latest><versions><version>0.9</version>"
                        + "<version>0.10</version></versions></versioning></metadata>")
                .list(source(PackageRegistry.MAVEN, "tech.kwik:kwik"));

        assertThat(asked)
                .containsExactly(URI.create("https://repo.maven.apache.org/maven2/tech/kwik/kwik/maven-metadata.xml"));
        assertThat(list.releases()).containsExactly("0.9", "0.10");
    }

    @Test
    void theCrateRegistryListsALineAVersion() {
        var list = index("{\"vers\": \"0.11.1\", \"yanked\": true}\n{\"vers\": \"0.11.0\", \"yanked\": false}\n")
                .list(source(PackageRegistry.CRATES, "quinn"));

        assertThat(asked).containsExactly(URI.create("https://index.crates.io/qu/in/quinn"));
        assertThat(list.releases()).containsExactly("0.11.0");
        assertThat(Map.of("a", "1/a", "ab", "2/ab", "abc", "3/a/abc", "Abcd", "ab/cd/abcd"))
                .allSatisfy((crate, path) ->
                        assertThat(PackageRegistry.CRATES.path(crate)).isEqualTo(path));
    }

    @Test
    void debiansReleasesAreTheSuitesThatTheBuildNames() {
        var suites = new ReleaseSource(
                PackageRegistry.DEBIAN, "nginx", List.of("trixie", "sid"), Optional.empty(), Optional.empty());

        assertThat(index("").list(suites).releases()).containsExactly("trixie", "sid");
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> index("").check("nginx", "sit", suites))
                .hasMessage("'nginx@sit': nginx has no such release; nearest: trixie, sid");
    }

    @Test
    void onlyReleasesThatTheBuildMakesAreListed() {
        var source =
                new ReleaseSource(PackageRegistry.GO, "x", List.of(), Optional.of("v0.9.0"), Optional.of("v0.10.0"));

        assertThat(index("v0.8.0\nv0.9.0\nv0.9.1\nv0.10.0\nv0.10.1")
                        .list(source)
                        .releases())
                .containsExactly("v0.9.0", "v0.9.1", "v0.10.0");
        assertThat(source.range()).isEqualTo("v0.9.0 to v0.10.0");
    }

    @Test
    void anUnknownReleaseIsRefusedWithThoseAroundIt() {
        var source = source(PackageRegistry.GO, "example.org/x");

        assertThatThrownBy(
                        () -> index("v0.8.0\nv0.9.0\nv0.9.2\nv0.10.0\nv0.11.0").check("x", "v0.9.1", source))
                .isInstanceOf(UserError.class)
                .hasMessage("'x@v0.9.1': example.org/x has no such release; nearest: v0.8.0, v0.9.0, v0.9.2, v0.10.0");
        index("v0.9.1").check("x", "v0.9.1", source);
    }

    @Test
    void anAnswerThatIsNoListIsAFaultOfTheEnvironment() {
        assertThatThrownBy(() -> index("<html>").list(source(PackageRegistry.PYPI, "x")))
                .isInstanceOfSatisfying(
                        UserError.class, it -> assertThat(it.isOfEnvironment()).isTrue())
                .hasMessageStartingWith("https://pypi.org/pypi/x/json: not the list of releases that was expected: ");
    }

    @Test
    void anUnreachableRegistryIsNamed(@TempDir Path folder) throws Exception {
        var noCertificates = Files.writeString(folder.resolve("ca.pem"), "");

        assertThatThrownBy(() -> new HttpDownload(Optional.of(noCertificates)).text(URI.create("http://127.0.0.1:1/x")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("the releases cannot be listed: http://127.0.0.1:1/x: ");
    }

    @Test
    void theProxyOfTheEnvironmentIsUsed() {
        assertThat(HttpDownload.proxy(Map.of("https_proxy", "http://proxy.example:3128")))
                .hasValueSatisfying(
                        it -> assertThat(it.getHostString() + it.getPort()).isEqualTo("proxy.example3128"));
        assertThat(HttpDownload.proxy(Map.of("HTTPS_PROXY", "proxy.example"))).isPresent();
        assertThat(HttpDownload.proxy(Map.of())).isEmpty();
    }

    private PackageIndex index(String answer) {
        return new PackageIndex(address -> {
            asked.add(address);
            return answer;
        });
    }

    private static ReleaseSource source(PackageRegistry registry, String name) {
        return new ReleaseSource(registry, name, List.of(), Optional.empty(), Optional.empty());
    }
}
