package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.protocol.Protocols;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that a replay takes from the earlier run, observed by its errors before anything runs. */
class ReplayCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void earlierRun() throws IOException {
        try (var cells = CellsJsonl.open(folder.resolve("cells.jsonl"))) {
            cells.append(CellBuilder.cell("quic-go", "nginx", "handshake").build());
        }
    }

    private void marked(Path registry, String replacements) throws IOException {
        Files.writeString(folder.resolve("run.json"), """
                {"seed": "0x5", "registries": ["%s"], "replacements": {%s}}
                """.formatted(registry, replacements));
    }

    private String replay(String... options) {
        var arguments = new ArrayList<>(List.of("replay", "--in", folder.toString(), "quic/nginx_quic-go/handshake"));
        arguments.addAll(List.of(options));
        var code = Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(ExitCode.USAGE);
        return err.toString();
    }

    @Test
    void aReplayUsesTheRegistryOfTheEarlierRun() throws IOException {
        var registry = Files.writeString(folder.resolve("mine.json"), """
                {"version": "2.0", "implementations": {"other": {"quic": {"roles": ["client"], "image": "x:1"}}}}
                """);
        marked(registry, "");

        assertThat(replay()).contains("'quic-go'").contains("other");
    }

    @Test
    void aReplayIsRefusedIfTheRegistryOfTheEarlierRunIsMissing() throws IOException {
        marked(folder.resolve("gone.json"), "");

        assertThat(replay()).containsOnlyOnce("\n").contains("gone.json", "gone; put it back", "--seed 0x5");
    }

    @Test
    void aReplayTakesAnotherScenario() throws IOException {
        marked(Path.of("..", "implementations.json").toAbsolutePath(), "");

        assertThat(replay("--scenario", "droplists --drops_to_server=3")).contains("did you mean 'droplist'?");
    }

    @Test
    void decisionsAreRepeatedOnlyIfTheSimulatorWroteThem() throws IOException {
        marked(Path.of("..", "implementations.json").toAbsolutePath(), "");

        assertThat(replay("--decided")).contains("its simulator wrote no decisions");
    }

    @Test
    void aReplayUsesTheReplacedImagesOfTheEarlierRun() throws IOException {
        marked(Path.of("..", "implementations.json").toAbsolutePath(), "\"quic-goo\": \"my-image:dev\"");

        assertThat(replay()).contains("quic-goo");
    }

    @Test
    void aReplayUsesTheMountedFilesOfTheEarlierRun() throws IOException {
        Files.writeString(folder.resolve("run.json"), """
                {"seed": "0x5", "registries": ["%s"], "mounts": ["quic-go=/nowhere/client:/usr/bin/client"]}
                """.formatted(
                        Path.of("..", "implementations.json").toAbsolutePath()));

        assertThat(replay()).contains("--mount 'quic-go': /nowhere/client: no such file");
    }

    /** Only the cell's ID tells its route: a protocol of its own may have transports or versions that others lack. */
    @Test
    void aCellIsReplayedWithoutFiltersOfRoutes() throws IOException {
        marked(Path.of("..", "implementations.json").toAbsolutePath(), "");
        var routed = CellBuilder.cell("quic-go", "nginx", "handshake").way("v2", "tcp");
        try (var cells = CellsJsonl.open(folder.resolve("cells.jsonl"))) {
            cells.append(routed.build());
        }

        var code = Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("replay", "--in", folder.toString(), routed.build().id());

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("cell 'quic/nginx_quic-go/tcp/handshake' is not in the plan any more")
                .doesNotContain("--transport", "--draft", "--place");
    }

    @Test
    void aCellOfAModeIsReplayedInTheModeThatListsItsTestCase() {
        var moqt = Protocols.installed().named("moqt");

        assertThat(RecordedCell.modeWith("all", moqt)).contains("interop.moqt.cases=all");
        assertThat(RecordedCell.modeWith("gone", moqt)).isEmpty();
    }

    /** Its relay had another remote endpoint before, so that the one that is left has another name. */
    @Test
    void aRouteThatIsGoneIsNotReplacedByAnotherOfItsTransport() throws IOException {
        var registry = Files.writeString(folder.resolve("moqt.json"), """
                {"version": "1.1", "implementations": {"one": {"name": "one", "draft_versions": ["draft-18"], "roles": {
                  "client": {"docker": {"image": "client"}},
                  "relay": {"remote": [
                    {"url": "https://a.example/moq", "transport": "webtransport", "status": "active"}]}}}}}
                """);
        marked(registry, "");
        var route = new CellRoute(
                "remote-webtransport-2",
                Optional.of("webtransport"),
                Optional.of(ProtocolVersion.of("draft-18")),
                Optional.empty(),
                Optional.of("https://b.example/moq"));
        var gone = new CellIdentity("moqt", "one", "one", "setup-only", route);
        try (var cells = CellsJsonl.open(folder.resolve("cells.jsonl"))) {
            cells.append(new CellResult(
                    gone,
                    Verdict.of(Outcome.FAILED, ReasonCode.TIME_LIMIT, "the client still ran"),
                    Map.of(),
                    5,
                    "",
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    ""));
        }

        var code = Main.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("replay", "--in", folder.toString(), gone.id());

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("cell 'moqt/one_one/remote-webtransport-2/setup-only' is not in the plan any more");
    }
}
