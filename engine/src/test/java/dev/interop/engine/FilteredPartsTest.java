package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.FilterResult.includedIf;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.interop.moqt.tap.TapReason;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.run.RunBackend;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Build tools' filters on a matrix of two clients and two relays, where each client runs all test cases. The platform's
 * launcher applies the filters after discovery.
 */
class FilteredPartsTest {
    private static final String REGISTRY = """
            {"version": "1.1", "current_target": "draft-18", "implementations": {
              "one": {"name": "one", "draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "one"}},
                "relay": {"docker": {"image": "one", "url": "moqt://relay:4443"}}}},
              "two": {"name": "two", "draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "two"}},
                "relay": {"docker": {"image": "two", "url": "moqt://relay:4443"}}}}}}
            """;

    private static final String TAP = """
            TAP version 14
            1..7
            ok 1 - setup-only
            ok 2 - announce-only
            ok 3 - publish-namespace-done
            ok 4 - subscribe-error
            ok 5 - announce-subscribe
            ok 6 - subscribe-before-announce
            not ok 7 - fetch
            """;

    private static final String[] WHOLE = {
        "announce-only SUCCESSFUL",
        "announce-subscribe SUCCESSFUL",
        "fetch FAILED",
        "publish-namespace-done SUCCESSFUL",
        "setup-only SUCCESSFUL",
        "subscribe-before-announce SUCCESSFUL",
        "subscribe-error SUCCESSFUL",
        "verdict FAILED"
    };

    private static final String CLASS = "[engine:interop]/[class:" + Sample.class.getName() + "]";
    private static final String CELL = CLASS + "/[server:one]/[client:one]/[testcase:all over quic]";

    private final ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
    private final Heard heard = new Heard();

    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(protocol = "moqt")
    static class Sample {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(temp.resolve("implementations.json"), REGISTRY);
    }

    @Test
    void withoutAFilterAllCellsRunWithAllTheirParts() {
        run(selectClass(Sample.class));

        assertThat(ran).containsExactlyInAnyOrder("one × one", "one × two", "two × one", "two × two");
        assertThat(heard.tests("one × two")).containsExactly(WHOLE);
        assertThat(heard.containers()).as("those of cells").hasSize(4).allMatch(it -> it.endsWith(" SUCCESSFUL"));
    }

    @Test
    void anUnusedTagRunsNothing() {
        run(selectClass(Sample.class), TagFilter.includeTags("client:nobody"));

        assertThat(ran).isEmpty();
        assertThat(heard.discovered).as("so that the build fails").isEmpty();
    }

    @Test
    void aClientsTagRunsItsCellsWithAllTheirParts() {
        run(selectClass(Sample.class), TagFilter.includeTags("client:two"));

        assertThat(ran).containsExactlyInAnyOrder("two × one", "two × two");
        assertThat(heard.tests("two × one")).containsExactly(WHOLE);
    }

    @Test
    void theTagsOfAPairRunOnlyItsCell() {
        run(selectClass(Sample.class), TagFilter.includeTags("client:one & server:two"));

        assertThat(ran).containsExactly("one × two");
        assertThat(heard.tests("one × two")).containsExactly(WHOLE);
    }

    @Test
    void aPartsTagRunsEachCellOnceAndShowsThatPartAndTheVerdict() {
        run(selectClass(Sample.class), TagFilter.includeTags("test:announce-only"));

        assertThat(ran).containsExactlyInAnyOrder("one × one", "one × two", "two × one", "two × two");
        assertThat(heard.tests("one × one")).containsExactly("announce-only SUCCESSFUL", "verdict FAILED");
    }

    @Test
    void onlyTheExcludedPartIsNotShown() {
        run(
                selectClass(Sample.class),
                TagFilter.includeTags("client:one & server:one"),
                TagFilter.excludeTags("test:announce-only"));

        assertThat(heard.tests("one × one"))
                .hasSize(WHOLE.length - 1)
                .doesNotContain(WHOLE[0])
                .isSubsetOf(WHOLE);
    }

    @Test
    void aNamePatternRunsTheMatchingCells() {
        run(selectClass(Sample.class), method("one × two*"));

        assertThat(ran).containsExactly("one × two");
        assertThat(heard.tests("one × two")).containsExactly(WHOLE);
    }

    @Test
    void aCellsNameRunsItAndShowsOnlyTheVerdict() {
        run(selectClass(Sample.class), method("one × two › all over quic"));

        assertThat(ran).containsExactly("one × two");
        assertThat(heard.tests("one × two")).containsExactly("verdict FAILED");
    }

    @Test
    void aPartsNameRunsItsCellOnce() {
        run(selectClass(Sample.class), method("*two × * › setup-only"));

        assertThat(ran).containsExactlyInAnyOrder("two × one", "two × two");
        assertThat(heard.tests("two × two")).containsExactly("setup-only SUCCESSFUL", "verdict FAILED");
    }

    @Test
    void aPartsUniqueIdRunsItsCellAndShowsThatPart() {
        run(selectUniqueId(CELL + "/[subtest:subscribe-error]"));

        assertThat(ran).containsExactly("one × one");
        assertThat(heard.tests("one × one")).containsExactly("subscribe-error SUCCESSFUL", "verdict FAILED");
    }

    @Test
    void failedTestsCanBeRunAgain() {
        run(selectClass(Sample.class), TagFilter.includeTags("client:one & server:one"));
        assertThat(heard.failed).containsExactlyInAnyOrder(CELL + "/[verdict:verdict]", CELL + "/[subtest:fetch]");

        assertThat(again("/[verdict:verdict]")).containsExactly("verdict FAILED");
        assertThat(again("/[subtest:fetch]"))
                .as("with a result that is not known beforehand the whole cell")
                .containsExactly(WHOLE);
    }

    @Test
    void theUniqueIdOfAResultThatIsNotReportedDoesNotPass() {
        assertThat(again("/[subtest:nonexistent]")).contains(WHOLE).contains("nonexistent FAILED");
    }

    private List<String> again(String id) {
        ran.clear();
        heard.tests.clear();
        run(selectUniqueId(CELL + id));

        assertThat(ran).containsExactly("one × one");
        return heard.tests("one × one");
    }

    @Test
    void theUniqueIdOfAnUnknownVerdictSelectsNothing() {
        run(selectUniqueId(CELL + "/[verdict:other]"));

        assertThat(ran).isEmpty();
    }

    private void run(DiscoverySelector selector, Filter<?>... filters) {
        var config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new InteropTestEngine((settings, notes) -> backend()))
                .build();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .filters(filters)
                .configurationParameter("interop.registry", registry.toString())
                .configurationParameter("interop.out", temp.resolve("out").toString())
                .configurationParameter("interop.out.overwrite", "true")
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .configurationParameter("interop.transport", "quic")
                .configurationParameter("interop.moqt.cases", "all")
                .build();
        LauncherFactory.create(config).execute(request, heard);
    }

    /** A filter like Surefire's: it compares the method of a method source, and accepts sources of other kinds. */
    private static PostDiscoveryFilter method(String pattern) {
        var regex = Pattern.compile(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"));
        return descriptor -> includedIf(descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(it -> regex.matcher(((MethodSource) it).getMethodName()).matches())
                .orElse(true));
    }

    private RunBackend backend() {
        var testbed = new FakeTestbed(1, (lane, job) -> {
            ran.add(job.cell().client().name() + " × " + job.cell().server().name());
            job.clientStdout().accept(TAP.getBytes(StandardCharsets.UTF_8));
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var verdict = Verdict.of(Outcome.FAILED, TapReason.POINT_FAILED, "not ok 7 - fetch")
                .with(new Claim(7, Optional.of(Proof.PROVEN), List.of()));
        return new FakeBackend(testbed, (recording, test) -> new Judgement(verdict, OptionalDouble.empty()));
    }

    /** The events that a build tool receives. */
    private static final class Heard implements TestExecutionListener {
        private final List<String> discovered = new ArrayList<>();
        private final List<String> tests = new ArrayList<>();
        private final List<String> containers = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        @Override
        public void testPlanExecutionStarted(org.junit.platform.launcher.TestPlan plan) {
            plan.getRoots().stream()
                    .flatMap(it -> plan.getDescendants(it).stream())
                    .forEach(it -> discovered.add(it.getUniqueId()));
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            tests.add(test.getLegacyReportingName() + " skipped: " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                var cell = test.getLegacyReportingName().replaceAll(" › .*", " ");
                tests.add(cell + test.getDisplayName() + " " + result.getStatus());
            } else if (test.getSource().filter(MethodSource.class::isInstance).isPresent()) {
                containers.add(test.getLegacyReportingName() + " " + result.getStatus());
            }
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.add(test.getUniqueId());
            }
        }

        /** The result of each test of this pair, by name. */
        List<String> tests(String pair) {
            return tests.stream()
                    .filter(it -> it.startsWith(pair + " "))
                    .map(it -> it.substring(pair.length() + 1))
                    .sorted()
                    .toList();
        }

        List<String> containers() {
            return containers;
        }
    }
}
