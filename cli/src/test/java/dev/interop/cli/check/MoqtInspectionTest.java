package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.TestCase;
import dev.interop.registry.ContractMapping;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.testbed.docker.ForeignPlatformImage;
import dev.interop.testing.Implementations;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Verdict.Checked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example client, honest and with faults, against aiomoqt's relay; and that relay itself. */
@ResourceLock("lane of MoqtInspectionTest")
class MoqtInspectionTest extends RealInspections {
    private static final Protocol MOQT = Protocols.installed().named("moqt");
    private static final Requirement COMPLETE =
            new ReportIsComplete(MOQT.contract().reportRequirements());
    private static final Requirement EXIT_CODE = new ReportAgreesWithExit(
            MOQT.contract().reportRequirements().exitCode().orElseThrow());
    private static final Route DRAFT_18 = new Route(
            "quic",
            Optional.of("quic"),
            Optional.of(ProtocolVersion.of("draft-18")),
            Optional.empty(),
            Optional.empty());

    @Test
    void anHonestClientLacksNothing() {
        var lines = inspect(List.of(subject(Role.CLIENT, "")), "setup-only", "subscribe-error", "announce-subscribe");

        assertThat(lines).noneMatch(RealInspections::isNotMet);
        assertThat(answer(lines, new DoesATestCase()))
                .isEqualTo(CheckAnswers.met("setup-only with aiomoqt: passed, proven"));
        assertThat(lines.stream().filter(it -> it.section().equals("6.1")))
                .hasSize(2)
                .extracting(Checked::result)
                .containsOnly(CheckAnswers.met("with aiomoqt: passed, proven"));
    }

    @Test
    void aClientThatNamesNoTransportsIsNotMetOverTheOneThatItDoesNotSpeak() {
        var first = subject(Role.CLIENT, "");
        var registry = new Registry(List.of(first.implementation(), first.peer()), Optional.empty(), List.of());
        var variants = new Variants(registry, MOQT, RouteFilter.all(), Optional.empty(), image -> true).besides(first);

        var lines = inspect(List.of(first), variants, "setup-only");

        assertThat(notMet(lines)).containsExactly("test case setup-only over webtransport");
        assertThat(further(lines, "setup-only over webtransport"))
                .extracting(CheckAnswers::finding)
                .satisfies(it -> assertThat(it.seen()).contains("only raw QUIC"))
                .satisfies(it -> assertThat(Path.of(it.evidence().file())).isDirectoryContaining("glob:**output.txt"));
    }

    @Test
    void aFalseClaimInAFurtherTestCaseIsNotMet() {
        var lines = inspect(List.of(subject(Role.CLIENT, "error-is-ok")), "setup-only", "announce-subscribe");

        assertThat(notMet(lines)).containsExactly("test case announce-subscribe");
        assertThat(further(lines, "announce-subscribe"))
                .extracting(CheckAnswers::finding)
                .satisfies(it -> assertThat(it.seen()).contains("REQUEST_ERROR", "expected SUBSCRIBE_OK"))
                .satisfies(it -> assertThat(Path.of(it.evidence().file())).isDirectoryContaining("glob:**output.txt"));
    }

    /** The client refuses five of six test cases, since their names are mapped to unknown ones. */
    @Test
    void aClientThatHasOnlyTheLastTestCaseIsMet() {
        var names = MOQT.testCases().stream()
                .map(TestCase::name)
                .filter(it -> !it.equals("subscribe-before-announce"))
                .collect(Collectors.toMap(it -> it, it -> "not-" + it));
        var mapping = new ContractMapping(List.of(), Optional.empty(), names, Map.of(), Optional.empty());
        var client = implementation("example-client", Role.CLIENT, Map.of(), mapping);

        var lines = inspect(List.of(new Subject(MOQT, client, Role.CLIENT, relay(), DRAFT_18)));

        assertThat(lines).noneMatch(RealInspections::isNotMet);
        assertThat(answer(lines, new DoesATestCase()))
                .isEqualTo(CheckAnswers.met("subscribe-before-announce with aiomoqt: passed, proven"));
        assertThat(lines.stream().filter(it -> it.section().equals("6.1")))
                .hasSize(5)
                .allSatisfy(it -> assertThat(CheckAnswers.why(it.result())).contains("127"));
    }

    @Test
    void aClientThatRefusesHasNoReportThatItsExitCodeCouldAgreeWith() {
        var lines = inspect(Role.CLIENT, "exit-127");

        assertThat(notMet(lines)).containsExactly(new DoesATestCase().rule());
        assertThat(answer(lines, COMPLETE)).isInstanceOf(CheckResult.Undecided.class);
        assertThat(answer(lines, EXIT_CODE)).isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aClientThatSkipsItsTestCaseHasDoneNone() {
        assertThat(seen(inspect(Role.CLIENT, "skip"), new DoesATestCase())).contains("none was done", "not today");
    }

    @Test
    void aRelayLacksNothingAndIsNotProbed() {
        var lines = inspect(MoqtProtocol.RELAY, "");

        assertThat(lines).noneMatch(RealInspections::isNotMet);
        assertThat(lines)
                .extracting(Checked::rule)
                .contains(new DoesATestCase().rule())
                .doesNotContain(COMPLETE.rule());
        assertThat(answer(lines, new RefusesUnknownTestCase())).isInstanceOf(CheckResult.Undecided.class);
    }

    @ParameterizedTest
    @CsvSource({
        "no-plan, plan",
        "missing-points, point",
        "wrong-name, the connection is there",
        "silent, TAP",
        "garbage, TAP",
    })
    void aReportThatIsNotWhole(String fault, String word) {
        var lines = inspect(Role.CLIENT, fault);

        assertThat(seen(lines, COMPLETE)).contains(word);
        assertThat(answer(lines, EXIT_CODE)).isInstanceOf(CheckResult.Undecided.class);
        assertThat(answer(lines, new DoesATestCase())).isInstanceOf(CheckResult.Undecided.class);
    }

    @ParameterizedTest
    @CsvSource({"noise, connecting to the relay", "no-version, 1..1"})
    void aReportWithoutItsVersionLineIsNotMet(String fault, String first) {
        var lines = inspect(Role.CLIENT, fault);

        assertThat(notMet(lines)).containsExactly(COMPLETE.rule());
        assertThat(seen(lines, COMPLETE)).contains(first);
    }

    @Test
    void secretsThatDecryptNothingAreNotMet() {
        var lines = inspect(Role.CLIENT, "false-keys");

        assertThat(notMet(lines)).containsExactly(new WritesKeylog().rule());
        assertThat(seen(lines, new WritesKeylog()))
                .contains("none of the client's", "none of the server's", "1-RTT packets", "Handshake packets");
    }

    @Test
    void aClientThatBailsOutReportsCorrectly() {
        var lines = inspect(Role.CLIENT, "bail-out");

        assertThat(seen(lines, new DoesATestCase())).contains("no route to the relay");
        assertThat(answer(lines, COMPLETE)).isInstanceOf(CheckResult.Passed.class);
    }

    @ParameterizedTest
    @CsvSource({"wrong-exit, exit code 1", "failed-with-0, exit code 0"})
    void anExitCodeThatContradictsTheReportIsNotMet(String fault, String code) {
        var lines = inspect(Role.CLIENT, fault);

        assertThat(seen(lines, EXIT_CODE)).contains(code);
        assertThat(answer(lines, new WritesKeylog()))
                .as("who never connects has no secrets")
                .isEqualTo(CheckAnswers.notChecked(
                        "none written; it never got as far as a handshake with aiomoqt, so it had none"));
    }

    @Test
    void aClientThatRejectsAVariableIsNotMet() {
        var lines = inspect(Role.CLIENT, "rejects-env");

        assertThat(lack(lines, new DoesATestCase()).expected()).contains("a variable that the contract has not");
        assertThat(seen(lines, new DoesATestCase())).contains("exit code 2", "invalid value '1'");
        assertThat(answer(lines, COMPLETE)).isInstanceOf(CheckResult.Undecided.class);
        assertThat(answer(lines, new LeavesPlainFiles())).isEqualTo(CheckAnswers.notChecked("it left nothing"));
    }

    @Test
    void aClientThatAcceptsAnUnknownTestCaseIsNotMet() {
        assertThat(answer(inspect(Role.CLIENT, "ignores-unknown-testcase"), new RefusesUnknownTestCase()))
                .isInstanceOf(CheckResult.Failed.class);
    }

    @Test
    void aClientThatIgnoresSigtermIsNotMet() {
        assertThat(answer(inspect(Role.CLIENT, "hang-for-good"), new StopsWhenAsked()))
                .isInstanceOf(CheckResult.Failed.class);
        assertThat(answer(inspect(Role.CLIENT, "hang"), new StopsWhenAsked())).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void anImageForAnotherPlatformIsNotMet() throws Exception {
        try (var elsewhere = new ForeignPlatformImage("elsewhere", "s390x")) {
            var client = implementation(elsewhere.name(), Role.CLIENT, Map.of(), ContractMapping.NONE);

            var lines = inspect(List.of(new Subject(MOQT, client, Role.CLIENT, relay(), DRAFT_18)), "setup-only");

            assertThat(seen(lines, new FitsPlatform()))
                    .isEqualTo(
                            "linux/s390x; this machine is " + engine().facts().platform());
            assertThat(notMet(lines)).contains(new FitsPlatform().rule());
        }
    }

    private List<Checked> inspect(Role role, String fault) {
        return inspect(List.of(subject(role, fault)), "setup-only");
    }

    private static Subject subject(Role role, String fault) {
        var client = implementation("example-client", Role.CLIENT, Map.of("MISBEHAVE", fault), ContractMapping.NONE);
        return role.equals(Role.CLIENT)
                ? new Subject(MOQT, client, role, relay(), DRAFT_18)
                : new Subject(MOQT, relay(), role, client, DRAFT_18);
    }

    private static Implementation relay() {
        var mapping = new ContractMapping(List.of(), Optional.empty(), Map.of(), Map.of(), Optional.of("DRAFT"));
        return implementation("aiomoqt", MoqtProtocol.RELAY, Map.of(), mapping);
    }

    private static Implementation implementation(
            String name, Role role, Map<String, String> env, ContractMapping mapping) {
        var endpoint = new Endpoint(
                Optional.of("localhost/interop/" + name + ":local"),
                Optional.empty(),
                env,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                mapping,
                Map.of());
        return Implementations.of("moqt", name, Map.of(role, endpoint), "draft-18");
    }
}
