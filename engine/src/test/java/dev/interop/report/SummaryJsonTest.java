package dev.interop.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.plan.Cell;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Plan;
import dev.interop.plan.Planner;
import dev.interop.plan.Selection;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RouteFilter;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.RegistryReader;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryJsonTest {
    private static final String REGISTRY = """
            {"version": "1.1", "current_target": "draft-18", "implementations": {
              "new": {"name": "new", "draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "new-client"}},
                "relay": {"docker": {"image": "new-relay", "url": "moqt://relay:4443"},
                          "remote": [{"url": "https://relay.example/moq", "transport": "webtransport", "status": "active"}]}}},
              "old": {"name": "old", "draft_versions": ["draft-14"], "roles": {
                "client": {"docker": {"image": "old-client"}}}}}}
            """;

    @TempDir
    Path folder;

    private Plan plan;

    @BeforeEach
    void plan() throws IOException {
        var file = Files.writeString(folder.resolve("implementations.json"), REGISTRY);
        var all = NameFilter.parse("--clients", "");
        plan = new Planner()
                .plan(
                        new RegistryReader(Protocols.installed().registrySections()).read(List.of(file)),
                        new MoqtProtocol(),
                        new Selection(all, all, all, RouteFilter.all()),
                        1);
    }

    @Test
    void eachRouteOfAPairHasAnEntry() throws IOException {
        var summary = summary(it -> Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), 0);

        assertThat(summary.path("target_version").asText()).isEqualTo("draft-18");
        assertThat(summary.path("timestamp").asText()).isEqualTo("2026-11-22T16:10:00Z");
        var first = run(summary, "new", "docker");
        assertThat(first.path("relay").asText()).isEqualTo("new");
        assertThat(first.path("version").asText()).isEqualTo("draft-18");
        assertThat(first.path("classification").asText()).isEqualTo("at");
        assertThat(first.path("target").asText()).isEqualTo("new-relay");
        assertThat(first.path("status").asText()).isEqualTo("pass");
        assertThat(first.path("exit_code").asInt()).isZero();
        assertThat(first.path("cells").path("succeeded").asInt()).isEqualTo(6);
        assertThat(run(summary, "new", "remote-webtransport").path("target").asText())
                .isEqualTo("https://relay.example/moq");
    }

    @Test
    void theTargetVersionIsWrittenEvenIfNoPairIsAtIt() throws IOException {
        plan = plan.only(it -> it.client().name().equals("old"));

        var summary = summary(it -> Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), 0);

        assertThat(summary.path("target_version").asText()).isEqualTo("draft-18");
    }

    @Test
    void aPairWithoutACommonDraftIsSkippedWithItsReason() throws IOException {
        var skipped =
                run(summary(it -> Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), 0), "old", "docker");

        assertThat(skipped.path("status").asText()).isEqualTo("skip");
        assertThat(skipped.path("exit_code").asInt()).isZero();
        assertThat(skipped.path("skip_reason").asText()).startsWith("no common version");
    }

    @Test
    void oneFailedCellFailsItsPair() throws IOException {
        var summary = summary(
                it -> it.test().name().equals("announce-subscribe")
                        ? Verdict.of(Outcome.FAILED, ReasonCode.CONTRADICTED, "REQUEST_ERROR")
                        : Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"),
                0);

        assertThat(run(summary, "new", "docker").path("status").asText()).isEqualTo("fail");
        assertThat(run(summary, "new", "docker").path("exit_code").asInt()).isEqualTo(1);
    }

    @Test
    void aPairThatReachesTheTimeLimitHasStatusTimeout() throws IOException {
        var summary = summary(it -> Verdict.of(Outcome.FAILED, ReasonCode.TIME_LIMIT, "the client still ran"), 143);

        assertThat(run(summary, "new", "docker").path("status").asText()).isEqualTo("timeout");
        assertThat(run(summary, "new", "docker").path("exit_code").asInt()).isEqualTo(124);
    }

    @Test
    void anUnsupportedPairIsSkippedWithExitCode127() throws IOException {
        var unsupported =
                summary(it -> Verdict.of(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "it has it not"), 127);

        assertThat(run(unsupported, "new", "docker").path("status").asText()).isEqualTo("skip");
        assertThat(run(unsupported, "new", "docker").path("exit_code").asInt()).isEqualTo(127);

        var partly = summary(
                it -> it.test().name().equals("announce-subscribe")
                        ? Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine")
                        : Verdict.of(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "it has it not"),
                127);

        assertThat(run(partly, "new", "docker").path("status").asText()).isEqualTo("pass");
        assertThat(run(partly, "new", "docker").path("exit_code").asInt()).isZero();
    }

    private JsonNode summary(Function<Cell, Verdict> verdicts, int exit) throws IOException {
        var cells = plan.all()
                .map(it -> result(
                        it,
                        it.route().version().isEmpty()
                                ? Verdict.of(Outcome.SKIPPED, ReasonCode.NO_COMMON_VERSION, "no common version: …")
                                : verdicts.apply(it),
                        exit))
                .toList();
        var started = Instant.parse("2026-11-22T16:10:00.250Z");
        var run = new RunResult(plan.axes(), cells, started, started, plan.seed(), plan.target());
        var file = folder.resolve("summary.json");
        new SummaryJson().write(file, run);
        return new ObjectMapper().readTree(file.toFile());
    }

    private static CellResult result(Cell cell, Verdict verdict, int exit) {
        return new CellResult(
                cell.identity(),
                verdict,
                Map.of(ContainerRole.CLIENT, ContainerRecord.ended(ContainerEnd.exited(exit))),
                1,
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                "");
    }

    private static JsonNode run(JsonNode summary, String client, String mode) {
        for (var run : summary.path("runs")) {
            if (run.path("client").asText().equals(client)
                    && run.path("mode").asText().equals(mode)) {
                return run;
            }
        }
        throw new AssertionError(summary);
    }
}
