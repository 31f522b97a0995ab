package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Cells that earlier runs of the same class stand for, as the platform and so every build tool sees them. */
class ReusedCellsTest {
    @TempDir
    Path temp;

    private final FakeTestbed testbed = FakeTestbed.allEndWith(1, 0);
    private Path registry;
    private int runs;

    @InteropTest(tests = {"handshake", "transfer"})
    static class Sample {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(
                temp.resolve("implementations_quic.json"),
                "{\"alpha\": {\"image\": \"alpha\", \"url\": \"https://a.example\", \"role\": \"both\"}}");
    }

    @Test
    void aReusedResultIsAPassedTestWithAReportEntry() {
        var first = run(Map.of("interop.reuse", "7d"));
        assertThat(entries(first)).noneMatch(it -> it.containsKey("reused"));

        var second = run(Map.of("interop.reuse", "7d"));

        assertThat(testbed.ran()).hasSize(2);
        assertThat(second.succeeded().filter(ReusedCellsTest::isCell)).hasSize(2);
        assertThat(entries(second).stream().filter(it -> it.containsKey("reused")))
                .hasSize(2);
        assertThat(entries(second))
                .anySatisfy(it -> assertThat(it.get("note"))
                        .startsWith("2 cells were not run, since nothing that they depend on has changed"));
    }

    @Test
    void whatDidNotChangeIsASkippedTestWithTheReason() {
        run(Map.of());
        var second = run(Map.of("interop.changed.since", "last"));

        assertThat(testbed.ran()).hasSize(2);
        assertThat(reasons(second)).hasSize(2).allMatch(it -> it.startsWith("nothing that it depends on has changed"));
    }

    private Events run(Map<String, String> parameters) {
        runs++;
        return EngineTestKit.engine(new InteropTestEngine((settings, notes) -> new FakeBackend(
                        testbed,
                        (recording, test) -> new Judgement(
                                Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"),
                                OptionalDouble.empty()))))
                .configurationParameter("interop.registry", registry.toString())
                .configurationParameter(
                        "interop.out", temp.resolve("out" + runs).toString())
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .configurationParameter("interop.probe", "false")
                .configurationParameters(parameters)
                .selectors(selectClass(Sample.class))
                .execute()
                .allEvents();
    }

    private static boolean isCell(Event event) {
        return event.getTestDescriptor().isTest();
    }

    private static List<String> reasons(Events events) {
        var reasons = new ArrayList<String>();
        events.skipped()
                .filter(ReusedCellsTest::isCell)
                .forEach(it -> reasons.add(it.getRequiredPayload(String.class)));
        return reasons;
    }

    private static List<Map<String, String>> entries(Events events) {
        return events.reportingEntryPublished().stream()
                .map(it -> it.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }
}
