package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.protocol.ContractCase;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.recording.Fault;
import dev.interop.registry.Role;
import dev.interop.run.CellJudge;
import dev.interop.run.FakeTestbed;
import dev.interop.run.RunBackend;
import dev.interop.testbed.Testbed;
import dev.interop.testing.Implementations;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cells of an inspection without containers: which ones run, in which order, and how each verdict is reported. */
class FurtherTestCasesTest {
    private static final List<TestCase> TESTS = Stream.of("first", "second", "third")
            .<TestCase>map(it -> new SimpleTestCase("X", it))
            .toList();
    private static final Protocol PROTOCOL = new SimpleProtocol(TESTS);

    private static final Verdict FAILED = Verdict.of(Outcome.FAILED, ReasonCode.CHECK_FAILED, "something else");
    private static final Verdict DOES_NOT_FIT = broken(AtFault.NEITHER);
    private static final Verdict PEER_BROKE_IT = broken(AtFault.SERVER);
    private static final Verdict SUBJECT_BROKE_IT = broken(AtFault.CLIENT);
    private static final Verdict OVERLOADED =
            Verdict.of(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "the machine was overloaded: something else");
    private static final Verdict REFUSED =
            Verdict.of(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "it has it not");
    private static final Verdict PEER_REFUSES =
            Verdict.of(Outcome.UNSUPPORTED, ReasonCode.SERVER_UNSUPPORTED, "the server has it not");

    private final Map<String, Verdict> verdicts = new HashMap<>();
    /** Cells that fail on a machine that was too busy → how often. */
    private final Map<String, Integer> overloads = new HashMap<>();

    private final Map<String, Fault> faults = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private Set<String> platforms = Set.of("linux/amd64");
    private List<Variant> variants = List.of();
    private List<ContractCase> further = List.of();

    @TempDir
    Path folder;

    @Test
    void eachTestCaseIsReportedBeforeTheNextOneRuns() {
        inspect("a");

        assertThat(events)
                .containsSubsequence("first with a", "2.1", "3.4", "second with a", "6.1", "third with a", "6.1");
    }

    @Test
    void aFailedTestCaseIsTriedWithTheOtherPeer() {
        verdicts.put("second with a", FAILED);

        assertThat(inspect("a", "b"))
                .containsEntry("test case second", CheckAnswers.met("with b: passed; failed with a: something else"))
                .containsEntry("test case third", CheckAnswers.met("with a: passed"));
        assertThat(events).doesNotContain("third with b");
    }

    @Test
    void aTestCaseThatFailsWithBothPeersIsNotMet() {
        verdicts.put("second with a", FAILED);
        verdicts.put("second with b", FAILED);

        assertThat(inspect("a", "b").get("test case second")).satisfies(it -> {
            assertThat(CheckAnswers.finding(it).seen()).isEqualTo("with a: something else; with b: something else");
            assertThat(CheckAnswers.finding(it).evidence().file())
                    .isEqualTo(folder.resolve("with-a").resolve("second").toString());
        });
    }

    @Test
    void enoughFailuresWithoutAPeersFaultEndTheSearch() {
        verdicts.put("second with a", FAILED);
        verdicts.put("second with b", FAILED);

        assertThat(inspect("a", "b", "c").get("test case second")).isInstanceOf(CheckResult.Failed.class);
        assertThat(events).doesNotContain("second with c");
    }

    @Test
    void furtherPeersAreTriedWhilePeersAreAtFault() {
        verdicts.put("second with a", PEER_BROKE_IT);
        verdicts.put("second with b", DOES_NOT_FIT);

        assertThat(inspect("a", "b", "c")).containsEntry("test case second", CheckAnswers.met("with c: passed"));
    }

    @Test
    void aTestCaseInWhichEachPeerIsAtFaultIsNotChecked() {
        verdicts.put("second with a", PEER_BROKE_IT);
        verdicts.put("second with b", DOES_NOT_FIT);

        assertThat(inspect("a", "b"))
                .containsEntry(
                        "test case second", CheckAnswers.notChecked(ReasonCode.CHECK_FAILED, "with a: it is wrong"));
    }

    @Test
    void aTestCaseInWhichTheCheckedImageIsAtFaultIsNotMet() {
        verdicts.put("second with a", SUBJECT_BROKE_IT);
        verdicts.put("second with b", DOES_NOT_FIT);

        assertThat(inspect("a", "b").get("test case second"))
                .satisfies(it -> assertThat(CheckAnswers.finding(it).seen()).isEqualTo("with a: it is wrong"));
    }

    @Test
    void anImageThatFitsNoPeerCannotBeCheckedWithIt() {
        verdicts.put("first with a", DOES_NOT_FIT);

        isOfEnvironment("it cannot be checked with a: it is wrong; name another one with --with");
    }

    private static Verdict broken(AtFault atFault) {
        var finding = new Finding("a rule", "", "right", "wrong", Location.none()).by(atFault);
        return new Verdict(
                Outcome.FAILED, new Reason(ReasonCode.CHECK_FAILED, "it is wrong"), List.of(finding), List.of());
    }

    @Test
    void aTestCaseThatThePeerRefusesIsTriedWithTheOtherPeer() {
        verdicts.put("second with a", PEER_REFUSES);
        verdicts.put("third with a", PEER_REFUSES);
        verdicts.put("third with b", PEER_REFUSES);

        assertThat(inspect("a", "b"))
                .containsEntry("test case second", CheckAnswers.met("with b: passed"))
                .containsEntry(
                        "test case third",
                        CheckAnswers.notChecked(ReasonCode.SERVER_UNSUPPORTED, "with a: the server has it not"));
    }

    @Test
    void unsupportedAndUndecidedTestCasesAreNotChecked() {
        verdicts.put("first with a", REFUSED);
        verdicts.put("third with a", Verdict.of(Outcome.UNDECIDED, ReasonCode.NO_KEYLOG, "no keys"));

        assertThat(inspect("a"))
                .containsEntry(new DoesATestCase().rule(), CheckAnswers.met("second with a: passed"))
                .containsEntry(
                        "test case first",
                        CheckAnswers.notChecked(ReasonCode.CLIENT_UNSUPPORTED, "with a: it has it not"))
                .containsEntry("test case third", CheckAnswers.notChecked(ReasonCode.NO_KEYLOG, "with a: no keys"));
        assertThat(events).containsOnlyOnce("first with a");
    }

    @Test
    void aCellOnAMachineThatWasTooBusyRunsOnceMore() {
        overloads.put("first with a", 1);
        overloads.put("second with a", 1);

        assertThat(inspect("a"))
                .containsEntry(new DoesATestCase().rule(), CheckAnswers.met("first with a: passed"))
                .containsEntry("test case second", CheckAnswers.met("with a: passed"));
        assertThat(events).containsSubsequence("first with a", "first with a", "second with a", "second with a");
    }

    @Test
    void aCellOnAMachineThatStaysTooBusyIsNotChecked() {
        overloads.put("first with a", 2);

        assertThat(inspect("a"))
                .containsEntry(
                        new DoesATestCase().rule(),
                        CheckAnswers.notChecked(
                                ReasonCode.OVERLOADED, "first with a: the machine was overloaded: something else"))
                .containsEntry(
                        "the other test cases",
                        CheckAnswers.notChecked("not run after first did not pass; choose with --tests"));
    }

    @Test
    void theProofOfAClaimedPassIsShown() {
        verdicts.put("first with a", claimed(ReasonCode.CHECKS_PASSED, "3 checks passed", Proof.PROVEN));
        verdicts.put(
                "second with a",
                claimed(ReasonCode.CLAIMED, "the client reports ok; not proven: no keys", Proof.CLAIMED));

        assertThat(inspect("a"))
                .containsEntry(new DoesATestCase().rule(), CheckAnswers.met("first with a: passed, proven"))
                .containsEntry(
                        "test case second",
                        CheckAnswers.met("with a: passed, claimed (the client reports ok; not proven: no keys)"));
    }

    private static Verdict claimed(ReasonCode code, String text, Proof proof) {
        return Verdict.of(Outcome.SUCCEEDED, code, text).with(new Claim(1, Optional.of(proof)));
    }

    @Test
    void ifTheFirstTestCaseFailsTheOthersAreNotRun() {
        verdicts.put("first with a", FAILED);

        assertThat(inspect("a"))
                .containsEntry(
                        "the other test cases",
                        CheckAnswers.notChecked("not run after first did not pass; choose with --tests"));
        assertThat(events).doesNotContain("second with a");
    }

    @Test
    void anErrorOfTheHarnessIsAUserErrorAndNoResult() {
        for (var code : List.of(ReasonCode.HARNESS, ReasonCode.DISK_FULL, ReasonCode.SIMULATOR_FAILED)) {
            verdicts.put("first with a", Verdict.of(Outcome.ERROR, code, "it broke"));
            isOfEnvironment("check: first with a could not be run: it broke; this says nothing of the image");
        }
        verdicts.remove("first with a");
        verdicts.put("third with a", Verdict.of(Outcome.ERROR, ReasonCode.ENGINE_LOST, "it is gone"));
        isOfEnvironment("check: third with a could not be run: it is gone");
    }

    @Test
    void aCancelledCellIsAUserErrorAndNoResult() {
        verdicts.put("first with a", Verdict.of(Outcome.SKIPPED, ReasonCode.CANCELLED, "the run was cancelled"));

        isOfEnvironment("the run was cancelled");
    }

    @Test
    void aMissingImageOfThePeerIsNotTheFaultOfTheCheckedImage() {
        cannotRun("first with a", missing("example/a:1"));

        isOfEnvironment("it cannot be checked with a: image example/a:1 is not on this machine");
    }

    @Test
    void aMissingCheckedImageIsItsOwnFault() {
        cannotRun("first with a", missing("example/checked:1"));

        assertThat(inspect("a").get(new ImageIsThere().rule())).isInstanceOf(CheckResult.Failed.class);
    }

    @Test
    void theRemedyForAProgramThatIsNotExecutableIsChmod() {
        cannotRun("first with a", new Fault(Fault.Code.NOT_EXECUTABLE, "client: its program cannot be run"));

        assertThat(inspect("a").get(new ImageIsThere().rule()))
                .satisfies(it -> assertThat(CheckAnswers.finding(it).expected()).contains("chmod +x", "--chmod=755"));
    }

    @Test
    void anImageForOtherPlatformsIsNotMetWithItsPlatforms() {
        platforms = Set.of("linux/s390x");

        assertThat(inspect("a").get(new FitsPlatform().rule()))
                .satisfies(it -> assertThat(CheckAnswers.finding(it).seen())
                        .isEqualTo("linux/s390x; this machine is linux/amd64"));
    }

    @Test
    void aRequirementWithATestCaseOfItsOwnIsReportedAfterTheTestCases() {
        further = List.of(new ContractCase("shakes hands twice", "5.1", new SimpleTestCase("X", "fourth")));

        assertThat(inspect("a")).containsEntry("shakes hands twice", CheckAnswers.met("with a: passed"));
        assertThat(events).endsWith("third with a", "6.1", "fourth with a", "5.1");
    }

    @Test
    void aRequirementWhoseTestCaseFailsIsNotMet() {
        further = List.of(new ContractCase("shakes hands twice", "5.1", new SimpleTestCase("X", "fourth")));
        verdicts.put("fourth with a", FAILED);

        assertThat(inspect("a").get("shakes hands twice"))
                .extracting(CheckAnswers::finding)
                .satisfies(it -> assertThat(it.seen()).isEqualTo("with a: something else"));
    }

    @Test
    void eachVariantRunsTheFirstTestCaseOnceAfterAllTestCases() {
        variants = List.of(variant("a"));

        assertThat(inspect("a")).containsEntry("test case first over land", CheckAnswers.met("with a: passed"));
        assertThat(events).endsWith("third with a", "6.1", "first with a", "6.3");
    }

    @Test
    void aFailedVariantIsNotMetWithTheChangeToMake() {
        verdicts.put("first with b", FAILED);
        variants = List.of(variant("b"));

        assertThat(inspect("a").get("test case first over land"))
                .extracting(CheckAnswers::finding)
                .satisfies(it -> assertThat(it.seen()).isEqualTo("with b: something else"))
                .satisfies(it -> assertThat(it.expected()).isEqualTo("go by sea"))
                .satisfies(it -> assertThat(it.evidence().file())
                        .isEqualTo(folder.resolve("over-land")
                                .resolve("with-b")
                                .resolve("first")
                                .toString()));
    }

    @Test
    void aVariantWithoutPeerOrAfterAFailureIsNotChecked() {
        variants = List.of(variant(), variant("a"));
        verdicts.put("first with a", FAILED);

        assertThat(inspect("a"))
                .containsEntry("test case first over land", CheckAnswers.notChecked("not run after first failed"));
        variants = List.of(variant());
        assertThat(inspect("a"))
                .containsEntry("test case first over land", CheckAnswers.notChecked("there is no land"));
    }

    private static Variant variant(String... peers) {
        return new Variant("over land", candidates(peers), "there is no land", "go by sea");
    }

    private void isOfEnvironment(String message) {
        assertThatThrownBy(() -> inspect("a"))
                .isInstanceOfSatisfying(
                        UserError.class, it -> assertThat(it.isOfEnvironment()).isTrue())
                .hasMessageContaining(message);
    }

    private void cannotRun(String cell, Fault fault) {
        faults.put(cell, fault);
        verdicts.put(cell, Verdict.of(Outcome.ERROR, FaultReasons.of(fault)));
    }

    private static Fault missing(String image) {
        var text = "image " + image + " is not on this machine";
        return new Fault(Fault.Code.IMAGE_MISSING, text, Optional.of(image));
    }

    /** A client with each of these servers. */
    private Map<String, CheckResult> inspect(String... peers) {
        var candidates = candidates(peers);
        var testbed = new FakeTestbed(1, (lane, job) -> {
            var cell = job.cell().test().name() + " with " + job.cell().server().name();
            events.add(cell);
            return FakeTestbed.recording(job, 0, Optional.ofNullable(faults.get(cell)));
        });
        CellJudge judge = (recording, test) -> new CellJudge.Judgement(
                verdict(test.name() + " with " + recording.cell().server()), OptionalDouble.empty());
        var answers = new HashMap<String, CheckResult>();
        new Inspection(new Unreal(testbed, judge), new KnownPlatforms(platforms), folder)
                .of(candidates, variants, TESTS, further, line -> {
                    events.add(line.section());
                    answers.put(line.rule(), line.result());
                });
        return answers;
    }

    private Verdict verdict(String cell) {
        return overloads.merge(cell, -1, Integer::sum) >= 0
                ? OVERLOADED
                : verdicts.getOrDefault(
                        cell, Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "1 checks passed"));
    }

    private static List<Subject> candidates(String... peers) {
        var client = Implementations.named("checked");
        return Stream.of(peers)
                .map(it -> new Subject(PROTOCOL, client, Role.CLIENT, Implementations.named(it), Route.direct()))
                .toList();
    }

    private record Unreal(Testbed testbed, CellJudge judge) implements RunBackend {
        @Override
        public void close() {}
    }
}
