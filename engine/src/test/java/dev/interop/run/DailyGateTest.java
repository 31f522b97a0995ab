package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.GateParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Parameter;
import dev.interop.config.Settings;
import dev.interop.expectation.CellReleases;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.Expectations;
import dev.interop.expectation.ExpectationsUpdate;
import dev.interop.expectation.FoundCell;
import dev.interop.expectation.SeenCell;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.testbed.Testbed;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fortnight of an implementer's daily runs: a peer breaks and is mended, and a lossy test case is unlucky. */
@Timeout(60)
class DailyGateTest {
    private static final String PAIR = "quic/peer_mine/";

    /** Test case → the outcomes of its next attempts: P passed, F failed. */
    private final Map<String, String> attempts = new HashMap<>();

    private int day;

    @TempDir
    Path folder;

    @BeforeEach
    void registry() throws IOException {
        Files.writeString(folder.resolve("implementations.json"), """
                {"version": "2.0", "implementations": {
                  "mine": {"quic": {"roles": ["client"], "image": "mine:1"}},
                  "peer": {"quic": {"roles": ["server"], "image": "peer:1"}}}}
                """);
    }

    @Test
    void onlyNewsFailsTheBuild() throws IOException {
        assertThat(today("P", "P")).as("all is well").doesNotContain(CellStatus.FAILED);

        assertThat(today("F", "P")).as("the peer breaks").containsExactly(CellStatus.FAILED, CellStatus.SUCCEEDED);

        update();
        assertThat(file()).content().contains("test: handshake", "reason: \"it broke\"");
        assertThat(today("F", "P")).as("it is known").containsExactly(CellStatus.KNOWN, CellStatus.SUCCEEDED);

        Files.writeString(file(), "# Told the peer's authors.\n" + Files.readString(file()));
        assertThat(today("P", "P")).as("the peer mends it").containsExactly(CellStatus.STALE, CellStatus.SUCCEEDED);
        assertThat(results().get(0).expected().get(0).text()).contains("expectations.yaml:3", "delete lines 3 to 7");

        update();
        assertThat(file()).hasContent("# Told the peer's authors.\nknown-failing:\n");
        assertThat(today("P", "P")).as("the entry is gone").containsOnly(CellStatus.SUCCEEDED);

        assertThat(today("P", "FPP")).as("bad luck").containsExactly(CellStatus.SUCCEEDED, CellStatus.FLAKY);
        assertThat(results().get(1).verdict().reason().text()).startsWith("2 of 3 passed");

        assertThat(today("P", "FF")).as("no bad luck").containsExactly(CellStatus.SUCCEEDED, CellStatus.FAILED);
    }

    /** The statuses of the day's run, as its file has them. */
    private List<CellStatus> today(String handshake, String transferloss) {
        day++;
        attempts.put(PAIR + "handshake", handshake);
        attempts.put(PAIR + "transferloss", transferloss);
        var settings = settings();
        try (var run =
                MatrixRun.open(settings, Matrix.read(settings).plan(), List.of(), (it, notes) -> new Backend())) {
            run.run();
        }
        return results().stream().map(CellResult::status).toList();
    }

    private List<CellResult> results() {
        return CellsJsonl.read(out().resolve("cells.jsonl")).stream()
                .sorted((a, b) -> a.test().compareTo(b.test()))
                .toList();
    }

    private void update() {
        var found = results().stream()
                .map(it -> new FoundCell(
                        new SeenCell(
                                it.cell(),
                                CellReleases.of(it.cell(), it.containers()),
                                it.verdict().outcome(),
                                List.of(),
                                false,
                                true),
                        Optional.of(ExpectationKind.FAILING).filter(kind -> it.status() == CellStatus.FAILED),
                        it.verdict().reason().text()))
                .toList();
        ExpectationsUpdate.of(file(), Expectations.NONE, found, LocalDate.EPOCH).write();
    }

    private Path file() {
        return folder.resolve("expectations.yaml");
    }

    private Path out() {
        return folder.resolve("day-" + day);
    }

    private Settings settings() {
        Map<Parameter<?>, String> given = Map.of(
                MatrixParameters.REGISTRY,
                folder.resolve("implementations.json").toString(),
                MatrixParameters.TESTS,
                "handshake,transferloss",
                GateParameters.RETRIES,
                "2",
                ExecutionParameters.PROBE,
                "false",
                ExecutionParameters.CACHE,
                folder.resolve("cache").toString(),
                OutputParameters.OUT,
                out().toString());
        return Settings.read(parameter -> Optional.ofNullable(given.get(parameter)));
    }

    private final class Backend implements RunBackend {
        private final Testbed testbed = FakeTestbed.allEndWith(1, 0);

        @Override
        public Testbed testbed() {
            return testbed;
        }

        @Override
        public CellJudge judge() {
            return (recording, test) -> {
                var id = recording.cell().id();
                var left = attempts.get(id);
                attempts.put(id, left.substring(1));
                return left.startsWith("P")
                        ? Conductors.GREEN.judge(recording, test)
                        : Conductors.judge(Outcome.FAILED, ReasonCode.CHECK_FAILED, "it broke")
                                .judge(recording, test);
            };
        }

        @Override
        public void close() {}
    }
}
