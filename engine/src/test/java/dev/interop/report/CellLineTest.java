package dev.interop.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.ProtocolVersion;
import dev.interop.expectation.EntryPlace;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.expectation.Expected;
import dev.interop.expectation.SeenCell;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Lateness;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.ProcessorWait;
import dev.interop.recording.Provenance;
import dev.interop.result.Attempts;
import dev.interop.result.CellResult;
import dev.interop.result.Comparison;
import dev.interop.result.EarlierAttempt;
import dev.interop.result.Measured;
import dev.interop.result.PhaseTimes;
import dev.interop.testing.CellBuilder;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Side;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.ClaimedCase;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellLineTest {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aCellIsReadBackAsItWasWritten(@ForAll("cells") CellResult cell) throws JsonProcessingException {
        var line = CellLine.write(cell);

        assertThat(line).doesNotContain("\n", "\r");
        assertThat(CellLine.read(line)).isEqualTo(cell);
    }

    @Example
    void aClaimNamesTheFormatOfItsReport() throws JsonProcessingException {
        var line = new ObjectMapper().readTree(CellLine.write(claiming("tap")));

        assertThat(line.at("/claim/format").asText()).isEqualTo("tap");
        assertThat(line.at("/claim/points").asInt()).isEqualTo(1);
    }

    @Example
    void aKeyThatAReaderDoesNotKnowIsNoClaimWhateverItHolds() throws JsonProcessingException {
        var line = (ObjectNode) new ObjectMapper()
                .readTree(CellLine.write(CellBuilder.cell("a", "b", "t").build()));
        line.putObject("other").put("points", 3);

        assertThat(CellLine.read(line.toString()).verdict().claim()).isEmpty();
    }

    private static CellResult claiming(String format) {
        var verdict = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CLAIMED, "x");
        return CellBuilder.cell("a", "b", "t")
                .verdict(verdict.with(new Claim(1, Optional.of(Proof.CLAIMED)).in(format)))
                .build();
    }

    @Provide
    Arbitrary<CellResult> cells() {
        var base = Combinators.combine(identities(), verdicts(), containers(), Arbitraries.longs(), text());
        var rest = Combinators.combine(
                times().optional(),
                Arbitraries.doubles().optional(),
                measured().optional(),
                text(),
                conditions().optional(),
                earlier().list().ofMaxSize(2),
                Combinators.combine(
                                reported().list().ofMaxSize(2),
                                expected().list().ofMaxSize(2))
                        .as(Comparison::new));
        return base.as((identity, verdict, containers, seed, scenario) ->
                        rest.as((times, span, measured, logs, conditions, earlier, compared) -> new CellResult(
                                        identity,
                                        verdict,
                                        containers,
                                        seed,
                                        scenario,
                                        times,
                                        span.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                                        measured,
                                        logs,
                                        new Attempts(conditions, earlier))
                                .reporting(compared.reported())
                                .with(compared.expected())))
                .flatMap(it -> it);
    }

    private static Arbitrary<MachineConditions> conditions() {
        var millis = Arbitraries.doubles().between(0, 1e6);
        var late = Combinators.combine(millis, millis, Arbitraries.longs().greaterOrEqual(0))
                .as(Lateness::new);
        var waits = Arbitraries.maps(
                Arbitraries.of(ContainerRole.class),
                Combinators.combine(millis, millis, millis).as(ProcessorWait::new));
        return Combinators.combine(late.optional(), waits, millis).as(MachineConditions::new);
    }

    private static Arbitrary<SeenCell.Part> reported() {
        return Combinators.combine(text().list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                .as(SeenCell.Part::new);
    }

    private static Arbitrary<Expected> expected() {
        var places = Combinators.combine(
                        text(),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.integers().greaterOrEqual(1))
                .as(EntryPlace::new);
        return Combinators.combine(
                        Arbitraries.of(ExpectationKind.class),
                        Arbitraries.of(ExpectationState.class),
                        text().list().ofMaxSize(2),
                        text(),
                        text().optional(),
                        text().optional(),
                        places)
                .as(Expected::new);
    }

    private static Arbitrary<EarlierAttempt> earlier() {
        return Combinators.combine(Arbitraries.of(Outcome.class), reasons(), text(), text().optional())
                .as(EarlierAttempt::new);
    }

    private static Arbitrary<CellIdentity> identities() {
        var routes = Combinators.combine(
                        text(),
                        text().optional(),
                        text().map(ProtocolVersion::of).optional(),
                        text().optional(),
                        text().optional())
                .as(CellRoute::new);
        return Combinators.combine(text(), text(), text(), text(), routes).as(CellIdentity::new);
    }

    private static Arbitrary<Map<ContainerRole, ContainerRecord>> containers() {
        var container = Combinators.combine(
                        text().optional(), builds().optional(), endings().optional(), text().optional())
                .as((image, build, end, release) -> new ContainerRecord(image, build, end, List.of(), release))
                // A container without any known value leaves no trace in the line.
                .filter(it -> it.image().isPresent()
                        || it.build().isPresent()
                        || it.end().isPresent()
                        || it.release().isPresent());
        return Arbitraries.maps(Arbitraries.of(ContainerRole.class), container);
    }

    private static Arbitrary<Verdict> verdicts() {
        return Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        reasons(),
                        findings().list().ofMaxSize(3),
                        reasons(),
                        claims().optional(),
                        around().list().ofMaxSize(2))
                .as((outcome, reason, findings, undecided, claim, around) -> new Verdict(
                        outcome,
                        reason,
                        findings,
                        List.of(
                                new Verdict.Checked("passed", "§1", new CheckResult.Passed()),
                                new Verdict.Checked("undecided", "", new CheckResult.Undecided(undecided)),
                                findings.isEmpty()
                                        ? new Verdict.Checked("passed", "§2", new CheckResult.Passed())
                                        : new Verdict.Checked("rule", "§3", new CheckResult.Failed(findings))),
                        claim,
                        around));
    }

    private static Arbitrary<NearbyDatagram> around() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(1),
                        Arbitraries.doubles().greaterOrEqual(0),
                        Arbitraries.of(Side.class),
                        Arbitraries.integers().between(0, 65_535),
                        text().list().ofMaxSize(2))
                .as(NearbyDatagram::new);
    }

    private static Arbitrary<Claim> claims() {
        var parts =
                Combinators.combine(text(), Arbitraries.of(Proof.class), text()).as(ClaimedCase::new);
        return Combinators.combine(
                        Arbitraries.of("report", "tap", "seed", "x\"y"),
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.of(Proof.class).optional(),
                        parts.list().ofMaxSize(3))
                .as(Claim::new);
    }

    private static Arbitrary<Reason> reasons() {
        return Combinators.combine(Arbitraries.of(ReasonCode.all()), text()).as(Reason::new);
    }

    private static Arbitrary<Finding> findings() {
        return Combinators.combine(
                        text(),
                        text(),
                        text(),
                        locations(),
                        Arbitraries.of(AtFault.class).optional())
                .as((section, expected, seen, where, atFault) ->
                        new Finding("rule", section, expected, seen, where, atFault));
    }

    private static Arbitrary<Location> locations() {
        var packets = Arbitraries.longs().greaterOrEqual(1);
        var lines = Arbitraries.integers().greaterOrEqual(1);
        return Arbitraries.oneOf(
                text().map(Location::ofFile),
                Combinators.combine(text(), packets, Arbitraries.doubles()).as(Location::ofPacket),
                Combinators.combine(text(), lines).as(Location::ofLine),
                Combinators.combine(text(), packets, Arbitraries.doubles(), lines)
                        .as((file, packet, time, line) -> new Location(
                                file, OptionalLong.of(packet), OptionalDouble.of(time), OptionalInt.of(line))));
    }

    private static Arbitrary<Provenance> builds() {
        return Combinators.combine(text(), text(), text(), Arbitraries.of(true, false), text())
                .as(Provenance::new);
    }

    private static Arbitrary<ContainerEnd> endings() {
        return Combinators.combine(
                        Arbitraries.of(ContainerEnd.How.class),
                        Arbitraries.integers().optional(),
                        text())
                .as((how, code, detail) ->
                        new ContainerEnd(how, code.map(OptionalInt::of).orElse(OptionalInt.empty()), detail));
    }

    private static Arbitrary<PhaseTimes> times() {
        return Arbitraries.doubles()
                .list()
                .ofSize(5)
                .map(it -> new PhaseTimes(it.get(0), it.get(1), it.get(2), it.get(3), it.get(4)));
    }

    private static Arbitrary<Measured> measured() {
        return Combinators.combine(text(), Arbitraries.doubles().list().ofMaxSize(5), Arbitraries.doubles())
                .as((unit, values, mean) -> new Measured(unit, values, mean, mean / 2));
    }

    /** Any text without lone surrogates, which UTF-8 cannot encode. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(it ->
                        it.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
