package dev.interop.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.Route;
import dev.interop.registry.Dialect;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example client, honest and not, against aiomoqt's relay; and that relay itself. */
class MoqtInspectionTest extends RealInspections {
    private static final Protocol MOQT = Protocols.installed().named("moqt");
    private static final Route DRAFT_18 =
            new Route("quic", Optional.of("quic"), Optional.of("draft-18"), Optional.empty(), Optional.empty());

    @Test
    void anHonestClientLacksNothing() {
        assertThat(inspect(Role.CLIENT, "")).noneMatch(RealInspections::isNotMet);
    }

    @Test
    void aRelayLacksNothingAndIsNotAskedWhatItIsNotTold() {
        var lines = inspect(Role.RELAY, "");

        assertThat(lines).noneMatch(RealInspections::isNotMet);
        assertThat(lines)
                .extracting(Inspection.Line::text)
                .contains(new DoesATestCase().text())
                .doesNotContain(new ReportsInTap().text());
        assertThat(answer(lines, new RefusesUnknownTestCase())).isInstanceOf(Answer.NotAsked.class);
    }

    @ParameterizedTest
    @CsvSource({
        "no-plan, plan",
        "missing-points, point",
        "bail-out, no route to the relay",
        "silent, TAP",
        "garbage, TAP",
    })
    void aReportThatIsNotWhole(String fault, String word) {
        assertThat(seen(inspect(Role.CLIENT, fault), new ReportsInTap())).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"wrong-exit, exit code 1", "failed-with-0, exit code 0"})
    void anExitCodeThatSaysOtherwise(String fault, String code) {
        assertThat(seen(inspect(Role.CLIENT, fault), new ReportAgreesWithExit()))
                .contains(code);
    }

    @Test
    void aVariableThatIsNotTakenAsItIs() {
        assertThat(lack(inspect(Role.CLIENT, "rejects-env"), new DoesATestCase())
                        .change())
                .contains("as the contract gives it");
    }

    @Test
    void aTestCaseThatIsTakenWithoutBeingKnown() {
        assertThat(answer(inspect(Role.CLIENT, "ignores-unknown-testcase"), new RefusesUnknownTestCase()))
                .isInstanceOf(Answer.NotMet.class);
    }

    @Test
    void aClientThatDoesNotEndWhenItIsAskedTo() {
        assertThat(answer(inspect(Role.CLIENT, "hang-for-good"), new StopsWhenAsked()))
                .isInstanceOf(Answer.NotMet.class);
        assertThat(answer(inspect(Role.CLIENT, "hang"), new StopsWhenAsked())).isInstanceOf(Answer.Met.class);
    }

    private List<Inspection.Line> inspect(Role role, String fault) {
        var client = implementation("example-client", Role.CLIENT, Map.of("MISBEHAVE", fault), Dialect.NONE);
        var dialect = new Dialect(List.of(), Optional.empty(), Map.of(), Map.of(), Optional.of("DRAFT"));
        var relay = implementation("aiomoqt", Role.RELAY, Map.of(), dialect);
        var subject = role == Role.CLIENT
                ? new Subject(MOQT, client, role, relay, DRAFT_18)
                : new Subject(MOQT, relay, role, client, DRAFT_18);
        return inspect(subject);
    }

    private static Implementation implementation(String name, Role role, Map<String, String> env, Dialect dialect) {
        var endpoint = new Endpoint(
                Optional.of("localhost/interop/" + name + ":local"),
                Optional.empty(),
                env,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                dialect,
                Map.of());
        return Implementations.of("moqt", name, Map.of(role, endpoint), "draft-18");
    }
}
