package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testbed.docker.EngineCandidates.Candidate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCandidatesTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties properties = new Properties();

    @BeforeEach
    void onLinux() {
        environment.put("HOME", home.toString());
        properties.setProperty("os.name", "Linux");
    }

    @Test
    void dockerHostIsTheOnlyCandidateWhereItIsSet() throws IOException {
        current("remote");
        environment.put("DOCKER_HOST", "tcp://engine:2375");

        assertThat(all()).singleElement().satisfies(it -> {
            assertThat(it.host().uri()).isEqualTo(URI.create("tcp://engine:2375"));
            assertThat(it.by()).isEqualTo("DOCKER_HOST");
        });
    }

    @Test
    void theCurrentContextOfTheDockerCommandIsTaken() throws IOException {
        context("remote", "tcp://remote:2376", true);
        current("remote");

        var candidate = all();

        assertThat(candidate).singleElement().satisfies(it -> {
            assertThat(it.host().address()).isEqualTo("tcp://remote:2376");
            assertThat(it.host().certificates()).isPresent();
            assertThat(it.by()).isEqualTo("the current Docker context 'remote'");
        });
    }

    @Test
    void aContextOfTheEnvironmentGoesBeforeTheCurrentOne() throws IOException {
        context("remote", "tcp://remote:2375", false);
        context("local", "unix:///somewhere/docker.sock", false);
        current("remote");
        environment.put("DOCKER_CONTEXT", "local");

        assertThat(all()).extracting(it -> it.host().address()).containsExactly("unix:///somewhere/docker.sock");
    }

    @Test
    void theDefaultContextIsTheUsualPlaces() throws IOException {
        current("default");

        assertThat(all()).hasSizeGreaterThan(1).noneMatch(Candidate::isNamed);
    }

    @Test
    void aContextThatDoesNotExistIsNamed() throws IOException {
        current("gone");

        assertThatThrownBy(this::all)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the current Docker context 'gone': there is no such context");
    }

    @Test
    void theUsualPlacesAreThoseOfTheMachineAndOfARootlessEngine() {
        environment.put("XDG_RUNTIME_DIR", "/run/user/1000");

        assertThat(all())
                .extracting(it -> it.host().address())
                .startsWith("unix:///var/run/docker.sock", "unix:///run/user/1000/docker.sock")
                .contains("unix://" + home + "/.docker/run/docker.sock")
                .noneMatch(it -> it.startsWith("npipe"));
    }

    @Test
    void windowsHasAPipe() {
        properties.setProperty("os.name", "Windows 11");

        assertThat(all()).extracting(it -> it.host().address()).containsExactly("npipe:////./pipe/docker_engine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://me@engine",
                "engine:2375",
                "a b",
                "/var/run/docker.sock",
                "unix:run/docker.sock",
                "unix://",
                "unix://run/docker.sock",
                "tcp:engine:2375",
                "tcp:///engine"
            })
    void aHostThatIsNoAddressIsRefused(String address) {
        environment.put("DOCKER_HOST", address);

        assertThatThrownBy(this::all)
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("DOCKER_HOST: '" + address + "' is no address that can be used");
    }

    @Test
    void pathsOfSocketsMayHaveBlanks() {
        environment.put("HOME", home.resolve("a b%20c").toString());
        environment.put("XDG_RUNTIME_DIR", "no absolute path");

        assertThat(all())
                .extracting(it -> it.host().address())
                .contains("unix://" + home + "/a b%20c/.docker/run/docker.sock")
                .noneMatch(it -> it.contains("no absolute path"));

        environment.put("DOCKER_HOST", "unix:///a b%20c/docker.sock");

        assertThat(all()).singleElement().satisfies(it -> {
            assertThat(it.socket()).hasValue(Path.of("/a b%20c/docker.sock"));
            assertThat(it.host().variables()).containsEntry("DOCKER_HOST", "unix:///a b%20c/docker.sock");
        });
    }

    @Test
    void withoutTheCertificatesNothingIsSentInClear() throws IOException {
        environment.put("DOCKER_HOST", "tcp://engine:2376");
        environment.put("DOCKER_TLS_VERIFY", "1");
        environment.put("DOCKER_CERT_PATH", home.toString());

        assertThatThrownBy(this::all)
                .isInstanceOf(UserError.class)
                .hasMessage("DOCKER_HOST: TLS needs ca.pem, cert.pem, key.pem in " + home);

        for (var it : List.of("ca.pem", "cert.pem", "key.pem")) {
            Files.writeString(home.resolve(it), "");
        }
        assertThat(all())
                .singleElement()
                .satisfies(it -> assertThat(it.host().variables())
                        .containsAllEntriesOf(Map.of(
                                "DOCKER_HOST",
                                "tcp://engine:2376",
                                "DOCKER_TLS_VERIFY",
                                "1",
                                "DOCKER_CERT_PATH",
                                home.toString())));
    }

    @Test
    void theVariableForCertificatesDoesNotCountForAContextInClear() throws IOException {
        context("local", "tcp://engine:2375", false);
        environment.put("DOCKER_CONTEXT", "local");
        environment.put("DOCKER_TLS_VERIFY", "1");

        assertThat(all())
                .singleElement()
                .satisfies(it -> assertThat(it.host().variables()).containsEntry("DOCKER_TLS_VERIFY", ""));
    }

    @Test
    void aUserWithoutAHomeHasTheOtherPlaces() {
        environment.remove("HOME");
        properties.setProperty("user.home", "?");

        assertThat(all()).extracting(it -> it.host().address()).contains("unix:///var/run/docker.sock");
    }

    private List<Candidate> all() {
        return new EngineCandidates(environment, properties, Optional.empty()).all();
    }

    private void current(String name) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"" + name + "\"}");
    }

    private void context(String name, String host, boolean tls) throws IOException {
        DockerContextFiles.write(home.resolve(".docker"), name, host, tls);
    }
}
