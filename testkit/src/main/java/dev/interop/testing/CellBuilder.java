package dev.interop.testing;

import dev.interop.ProtocolVersion;
import dev.interop.expectation.EntryPlace;
import dev.interop.expectation.ExpectationKind;
import dev.interop.expectation.ExpectationState;
import dev.interop.expectation.Expected;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.MountedRecord;
import dev.interop.recording.Provenance;
import dev.interop.result.Attempts;
import dev.interop.result.CellResult;
import dev.interop.result.EarlierAttempt;
import dev.interop.result.Measured;
import dev.interop.result.PhaseTimes;
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
import dev.interop.verdict.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds the result of a cell for tests. By default the cell passed. */
@API(status = Status.EXPERIMENTAL)
public final class CellBuilder {
    private final String client;
    private final String server;
    private final String test;
    private CellRoute route = CellRoute.direct();
    private final Map<ContainerRole, Provenance> builds = new EnumMap<>(ContainerRole.class);
    private final Map<ContainerRole, ContainerEnd> ends =
            new EnumMap<>(Map.of(ContainerRole.CLIENT, ContainerEnd.exited(0)));
    private final Map<ContainerRole, List<MountedRecord>> mounted = new EnumMap<>(ContainerRole.class);
    private final Map<ContainerRole, String> releases = new EnumMap<>(ContainerRole.class);
    private Optional<Measured> measurement = Optional.empty();
    private Optional<MachineConditions> conditions = Optional.empty();
    private final List<EarlierAttempt> earlier = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private Verdict verdict = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "every check passed");

    private CellBuilder(String client, String server, String test) {
        this.client = client;
        this.server = server;
        this.test = test;
    }

    /** Starts with a cell that passed. */
    public static CellBuilder cell(String client, String server, String test) {
        return new CellBuilder(client, server, test);
    }

    /** The cell failed with these findings. */
    public CellBuilder failed(Finding... findings) {
        var first = findings[0];
        return verdict(new Verdict(
                Outcome.FAILED,
                new Reason(ReasonCode.CHECK_FAILED, Wording.of(List.of(findings))),
                List.of(findings),
                List.of(new Verdict.Checked(
                        first.rule(), first.section(), new CheckResult.Failed(List.of(findings))))));
    }

    /** The cell failed with an arbitrary finding. */
    public CellBuilder failed() {
        return failed(new Finding("the rule", "RFC 9000 §1", "this", "that", Location.none()));
    }

    /** The cell has this outcome and reason, and no checks. */
    public CellBuilder cameOut(Outcome outcome, ReasonCode code, String text) {
        return verdict(Verdict.of(outcome, code, text));
    }

    /** The cell has this verdict. */
    public CellBuilder verdict(Verdict decided) {
        verdict = decided;
        return this;
    }

    /** The role's container had this file of the user's machine instead of its image's. */
    public CellBuilder mounted(ContainerRole role, String path, String sha256) {
        mounted.put(role, List.of(new MountedRecord(path, sha256)));
        return this;
    }

    /** The cell used the transport and route of this name. */
    public CellBuilder over(String name) {
        return route(new CellRoute(name, Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The cell ran on the route of this label, in this draft. */
    public CellBuilder way(String draft, String label) {
        return route(new CellRoute(
                label, Optional.of(label), Optional.of(ProtocolVersion.of(draft)), Optional.empty(), Optional.empty()));
    }

    /** The cell ran on this route. */
    public CellBuilder route(CellRoute taken) {
        route = taken;
        return this;
    }

    /** The client claims a pass, with this proof. */
    public CellBuilder claimed(Proof proof) {
        return claimed(proof, List.of());
    }

    /** The client claims passes of several test cases. */
    public CellBuilder claimed(Proof proof, List<ClaimedCase> parts) {
        return verdict(Verdict.of(Outcome.SUCCEEDED, ReasonCode.CLAIMED, "the client reports ok")
                .with(new Claim(Math.max(1, parts.size()), Optional.of(proof), parts)));
    }

    /** The image of this role has this provenance. */
    public CellBuilder builtFrom(ContainerRole role, Provenance from) {
        builds.put(role, from);
        return this;
    }

    /** The endpoint of this role wrote down this release. */
    public CellBuilder release(ContainerRole role, String written) {
        releases.put(role, written);
        return this;
    }

    /** The cell has this measurement. */
    public CellBuilder measured(Measured values) {
        measurement = Optional.of(values);
        return this;
    }

    /** The machine was in this condition while the cell ran. */
    public CellBuilder conditions(MachineConditions observed) {
        conditions = Optional.of(observed);
        return this;
    }

    /** The cell was run before, and this attempt does not count. */
    public CellBuilder after(EarlierAttempt attempt) {
        earlier.add(attempt);
        return this;
    }

    /** This is known of the cell, and it compares so. */
    public CellBuilder known(ExpectationKind kind, ExpectationState state) {
        expected.add(new Expected(
                kind,
                state,
                List.of(),
                "a known bug",
                Optional.empty(),
                Optional.empty(),
                new EntryPlace("expectations.yaml", 4, 7)));
        return this;
    }

    /** Sets how a container ended. */
    public CellBuilder ended(ContainerRole role, ContainerEnd end) {
        ends.put(role, end);
        return this;
    }

    /** Builds the result. */
    public CellResult build() {
        var wasRun = verdict.outcome() != Outcome.SKIPPED;
        var cell = new CellIdentity("quic", client, server, test, route);
        return new CellResult(
                        cell,
                        verdict,
                        wasRun ? containers() : Map.of(),
                        42,
                        "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25",
                        wasRun ? Optional.of(new PhaseTimes(0.1, 0.2, 0.3, 0.4, 0.5)) : Optional.empty(),
                        wasRun ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                        measurement,
                        wasRun ? cell.logs() : "",
                        new Attempts(conditions, earlier))
                .with(expected);
    }

    private Map<ContainerRole, ContainerRecord> containers() {
        return Map.of(
                ContainerRole.CLIENT, container("sha256:c1", ContainerRole.CLIENT),
                ContainerRole.SERVER, container("sha256:5e", ContainerRole.SERVER),
                ContainerRole.SIM, container("sha256:51", ContainerRole.SIM));
    }

    private ContainerRecord container(String image, ContainerRole role) {
        return new ContainerRecord(
                Optional.of(image),
                Optional.ofNullable(builds.get(role)),
                Optional.ofNullable(ends.get(role)),
                mounted.getOrDefault(role, List.of()),
                Optional.ofNullable(releases.get(role)));
    }
}
