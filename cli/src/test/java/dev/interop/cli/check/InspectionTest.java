package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.interop.UserError;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.registry.Role;
import dev.interop.testbed.Scripted;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Verdict.Checked;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Images that meet the contract, and images that violate one requirement each. */
@ResourceLock("lane of InspectionTest")
class InspectionTest extends RealInspections {
    private static final Protocol QUIC = Protocols.installed().named("quic");

    @Test
    void imagesThatKeepToTheContractLackNothing() {
        assertThat(inspect("quic-go", "", Role.CLIENT)).noneMatch(RealInspections::isNotMet);
        assertThat(inspect("quic-go", "", Role.SERVER)).noneMatch(RealInspections::isNotMet);
        assertThat(inspect("nginx", "", Role.SERVER)).noneMatch(RealInspections::isNotMet);
    }

    @Test
    void requirementsOfTheOtherRoleAreNotChecked() {
        assertThat(inspect("nginx", "", Role.SERVER))
                .extracting(Checked::rule)
                .doesNotContain(
                        new LeavesDownloads().rule(),
                        new ReportIsComplete(QUIC.contract().reportRequirements()).rule());
    }

    @Test
    void aClientThatAcceptsAnUnknownTestCaseIsNotMet() {
        only("ignores-unknown-testcase", Role.CLIENT, new RefusesUnknownTestCase())
                .contains("it ended with exit code 1");
    }

    @Test
    void aMissingKeylogIsNotMetForAClientAndUndecidedForAServer() {
        only("no-keylog", Role.CLIENT, new WritesKeylog()).contains("no keys.log");
        assertThat(answer(inspect("faulty", "no-keylog", Role.SERVER), new WritesKeylog()))
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aDownloadThatWasNotRequestedIsNotMet() {
        assertThat(seen(inspect("faulty", "extra-file", Role.CLIENT), new LeavesDownloads()))
                .contains("not requested: unasked");
    }

    @Test
    void missingDownloadsAreNotMet() {
        var lines = inspect("faulty", "lies", Role.CLIENT);

        assertThat(seen(lines, new LeavesDownloads())).contains("not there as it was served");
        assertThat(answer(lines, new DoesATestCase()))
                .as("it took its variables; the line of the files says what is wrong")
                .isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aServerThatIgnoresSigtermIsNotMet() {
        only("ignores-sigterm", Role.SERVER, new StopsWhenAsked()).contains("was killed");
    }

    @Test
    void aClientThatIgnoresSigtermIsNotMet() {
        only("ignores-sigterm", Role.CLIENT, new StopsWhenAsked()).contains("was killed");
    }

    @Test
    void aStartScriptThatDoesNotForwardSigtermIsNotMet() {
        assertThat(stopOf("exec sleep 6")).isInstanceOf(CheckResult.Passed.class);
        assertThat(stopOf("sleep 6 & trap 'kill $!; exit 143' TERM; wait")).isInstanceOf(CheckResult.Passed.class);
        assertThat(stopOf("sleep 6; exit 1"))
                .extracting(it -> CheckAnswers.finding(it).seen(), STRING)
                .startsWith("the start script stays between the signal and sleep");
    }

    private CheckResult stopOf(String script) {
        Scripted.buildImage(engine());
        var client = Scripted.endpoint("[ \"$TESTCASE\" = handshake ] || exit 127; " + script);
        var subject =
                new Subject(QUIC, client, Role.CLIENT, implementation("quic", "quic-go", Map.of()), Route.direct());
        return answer(inspect(List.of(subject), "handshake"), new StopsWhenAsked());
    }

    @Test
    void aProgramThatIsMissingInTheImageIsNotMet() {
        var lines = inspect("faulty", "missing-binary", Role.CLIENT);

        assertThat(seen(lines, new ImageIsThere())).contains("an-endpoint-that-was-never-installed");
        assertThat(answer(lines, new DoesATestCase())).isInstanceOf(CheckResult.Undecided.class);
        assertThat(answer(lines, new LeavesDownloads())).isInstanceOf(CheckResult.Undecided.class);
    }

    @Test
    void aMissingImageIsNotMet() {
        assertThat(seen(inspect("absent", "", Role.CLIENT), new ImageIsThere()))
                .contains("localhost/interop/absent:local");
    }

    @Test
    void anEndpointThatRefusesEveryTestCaseIsNotMet() {
        assertThat(seen(inspect("faulty", "unsupported", Role.CLIENT), new DoesATestCase()))
                .contains("none was done; the last, handshake with quic-go: ", "127");
    }

    @Test
    void aServerThatDoesNotAnswerIsMetAsStarted() {
        var lines = inspect("faulty", "silent", Role.SERVER);

        assertThat(answer(lines, new ImageIsThere())).isInstanceOf(CheckResult.Passed.class);
        assertThat(lack(lines, new DoesATestCase()).expected()).contains("answer QUIC packets");
    }

    @Test
    void aPeerThatRefusesEveryTestCaseIsAUserError() {
        var subject = new Subject(
                QUIC,
                implementation("quic", "quic-go", Map.of()),
                Role.CLIENT,
                implementation("quic", "faulty", Map.of("FAULT", "unsupported")),
                Route.direct());

        assertThatThrownBy(() -> inspect(List.of(subject), "handshake"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it cannot be checked with faulty: ")
                .hasMessageContaining("127");
    }

    @Test
    void aTestCaseThatGoesWellWithAnotherPeerIsMet() {
        var client = implementation("quic", "quic-go", Map.of());
        var retriesNever = implementation("quic", "faulty", Map.of("FAULT", "retry-omitted"));
        var candidates = Stream.of(retriesNever, implementation("quic", "aioquic", Map.of()))
                .map(it -> new Subject(QUIC, client, Role.CLIENT, it, Route.direct()))
                .toList();

        var lines = inspect(candidates, "handshake", "retry");

        assertThat(answer(lines, new DoesATestCase())).isEqualTo(CheckAnswers.met("handshake with faulty: passed"));
        assertThat(further(lines, "retry"))
                .asInstanceOf(type(CheckResult.Passed.class))
                .extracting(CheckResult.Passed::seen, STRING)
                .startsWith("with aioquic: passed; failed with faulty: ");
        assertThat(lines).noneMatch(RealInspections::isNotMet);
    }

    /** A shell script in place of a client, which fetches nothing and leaves files that cannot be copied or read. */
    @Test
    void filesThatCannotBeCopiedAreNotMetForTheirFolder() {
        Scripted.buildImage(engine());
        var client = Scripted.endpoint("""
                [ "$TESTCASE" = handshake ] || exit 127; \
                ln -s /etc/passwd /logs/linked; echo none > "$SSLKEYLOGFILE"; mkdir -p /logs/qlog; : > /logs/qlog/empty; \
                : > '/downloads/..\\escaped'; for it in $REQUESTS; do ln -s / "/downloads/${it##*/}"; done""");
        var subject =
                new Subject(QUIC, client, Role.CLIENT, implementation("quic", "quic-go", Map.of()), Route.direct());

        var lines = inspect(List.of(subject), "handshake");

        assertThat(seen(lines, new LeavesPlainFiles())).isEqualTo("not taken from /logs: 'linked': a symbolic link");
        assertThat(seen(lines, new LeavesDownloads())).startsWith("not there as it was served: ");
        assertThat(seen(lines, new WritesKeylog())).isEqualTo("line 1 is no secret");
        assertThat(seen(lines, new WritesQlog())).isEqualTo("empty is empty");
    }

    /** The only requirement that an image does not meet. */
    private AbstractStringAssert<?> only(String fault, Role role, Requirement requirement) {
        var lines = inspect("faulty", fault, role);
        assertThat(notMet(lines)).containsExactly(requirement.rule());
        return assertThat(seen(lines, requirement));
    }

    private List<Checked> inspect(String image, String fault, Role role) {
        var peer = image.equals("quic-go") ? "aioquic" : "quic-go";
        var subject = new Subject(
                QUIC,
                implementation("quic", image, Map.of("FAULT", fault)),
                role,
                implementation("quic", peer, Map.of()),
                Route.direct());
        return inspect(List.of(subject), "handshake");
    }
}
