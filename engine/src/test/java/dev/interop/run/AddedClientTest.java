package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Parameter;
import dev.interop.config.RegistryFiles;
import dev.interop.config.Settings;
import dev.interop.protocol.Protocols;
import dev.interop.registry.RegistryReader;
import dev.interop.registry.RegistryRules;
import dev.interop.testbed.docker.LocalRegistry;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Adds a MoQT client to the default matrix by one registry entry, for each origin of an image. The command line's tests
 * cover images built from sources.
 */
@Timeout(180)
class AddedClientTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path DEFAULT = PROJECT.resolve(RegistryFiles.NAME);

    private static final Map<Parameter<?>, String> TWO_CELLS = Map.of(
            MatrixParameters.CLIENTS, "joined",
            MatrixParameters.SERVERS, "aiomoqt",
            MatrixParameters.TESTS, "setup-only,announce-only");

    @TempDir
    Path folder;

    @Test
    void oneRegistryEntryAddsAClientToTheMatrix() {
        var before = Matrix.read(settings(DEFAULT.toString(), Map.of())).plan();
        var after = Matrix.read(settings(DEFAULT + "," + entry("example/client:1"), Map.of()))
                .plan();

        assertThat(before.clients()).noneMatch(it -> it.name().equals("joined"));
        assertThat(after.clients()).anyMatch(it -> it.name().equals("joined"));
        assertThat(after.cells())
                .filteredOn(it -> it.client().name().equals("joined"))
                .extracting(it -> it.server().name())
                .contains("aiomoqt", "moq-rs", "moq-dev");
        assertThat(after.cells())
                .filteredOn(it -> !it.client().name().equals("joined"))
                .hasSameSizeAs(before.cells());
    }

    /** The step "enter it" of the pages in docs/join: one entry of each kind in the default registry itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'image': 'ghcr.io/example/client:1'",
                "'image': 'ghcr.io/example/client:1', 'selected': false",
                "'image': 'localhost/interop/example-client:local'",
                "'image': 'localhost/interop/example-adapted:local', 'build': 'example-adapter'",
                "'image': 'localhost/interop/example-source:local', 'build': 'example-source'"
            })
    void aNewEntryOfTheDefaultRegistryFollowsItsRules(String fields) throws IOException {
        var joined = joined("'moqt': {'draft_versions': ['draft-18'], 'roles': ['client'], " + fields + "}");

        RegistryRules.hold(joined.registry());
        assertThat(joined.plan().clients().stream().anyMatch(it -> it.name().equals("joined")))
                .isEqualTo(!fields.contains("'selected': false"));
    }

    @Test
    void aNewEntryOfOtherProtocolsFollowsTheRules() throws IOException {
        RegistryRules.hold(joined("'version': 'v1', 'quic': {'roles': ['client', 'server'], 'image': 'example/quic:1'},"
                        + " 'webtransport': {'roles': ['server'], 'image': 'example/wt:1'}")
                .registry());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'moqt': {'draft_versions': ['draft-18'], 'roles': ['client'], 'image': 'x:1', 'build': 'example-source'}",
                "'moqt': {'draft_versions': ['draft-18'], 'roles': ['client'], 'image': 'x:1', 'build': 'nowhere'}",
                "'version': 'v0', 'quic': {'roles': ['client'], 'image': 'localhost/interop/quic-go:local', 'build': 'quic-go'}",
                "'quic': {'roles': ['clients'], 'image': 'x:1'}"
            })
    void anEntryThatBreaksTheRulesIsFound(String entry) throws IOException {
        var registry = new RegistryReader(Protocols.installed().registrySections()).read(List.of(copy(entry)));

        assertThatThrownBy(() -> RegistryRules.hold(registry)).isInstanceOf(AssertionError.class);
    }

    private Matrix joined(String entry) throws IOException {
        return Matrix.read(settings(copy(entry).toString(), Map.of()));
    }

    /** The default registry with one more entry. */
    private Path copy(String entry) throws IOException {
        var json = new ObjectMapper();
        var registry = json.readTree(DEFAULT.toFile());
        ((ObjectNode) registry.path("implementations"))
                .set("joined", json.readTree("{" + entry.replace('\'', '"') + "}"));
        return Files.writeString(folder.resolve(RegistryFiles.NAME), registry.toPrettyString());
    }

    @Test
    @Tag("container")
    void aClientWithAnImageFromAContainerRegistryPasses() throws IOException, InterruptedException {
        try (var registry = new LocalRegistry()) {
            var image = registry.push("localhost/interop/example-client:local", "example/client:1");

            passes(image);
        }
    }

    @Test
    @Tag("container")
    void aThirdPartyImageWithAnAdapterPasses() {
        passes("localhost/interop/example-adapted:local");
    }

    /** An image that does not implement the contract exits with code 2, because its own variables are missing. */
    @Test
    @Tag("container")
    void aThirdPartyImageWithoutItsAdapterFails() {
        run("localhost/interop/example-upstream:local")
                .values()
                .forEach(it -> assertThat(it).failed(ReasonCode.REPORT_MISSING));
    }

    private void passes(String image) {
        var verdicts = run(image);

        assertThat(verdicts).hasSize(2);
        verdicts.values().forEach(it -> assertThat(it).succeeded());
    }

    private Map<String, Verdict> run(String image) {
        var registries = DEFAULT + "," + entry(image);
        var verdicts = new HashMap<String, Verdict>();
        new RealRun(folder, out -> settings(registries, out, TWO_CELLS), List.of())
                .of(it -> true)
                .forEach((id, end) ->
                        verdicts.put(id, RealRun.unlessOverloaded(end.result().verdict())));
        return verdicts;
    }

    private Settings settings(String registries, Map<Parameter<?>, String> more) {
        return settings(registries, folder.resolve("out"), more);
    }

    private Settings settings(String registries, Path out, Map<Parameter<?>, String> more) {
        var values = new HashMap<>(Map.of(
                MatrixParameters.PROTOCOL,
                "moqt",
                MatrixParameters.REGISTRY,
                registries,
                OutputParameters.OUT,
                out.toString(),
                ExecutionParameters.CACHE,
                folder.resolve("cache").toString(),
                ExecutionParameters.SEED,
                "42"));
        values.putAll(more);
        return Settings.read(parameter -> Optional.ofNullable(values.get(parameter)));
    }

    private Path entry(String image) {
        try {
            return Files.writeString(folder.resolve("joined.json"), """
                    {"version": "2.0", "implementations": {"joined": {"moqt": {
                      "draft_versions": ["draft-18"],
                      "roles": {"client": {"transports": ["quic"]}},
                      "image": "%s"}}}}
                    """.formatted(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
