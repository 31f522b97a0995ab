package dev.interop.testing;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.result.PhaseTimes;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.ClaimedPart;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import dev.interop.verdict.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A cell of a test: one that passed, unless something else is said. */
public final class CellBuilder {
    private final String client;
    private final String server;
    private final String test;
    private Optional<String> transport = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> route = Optional.empty();
    private final Map<ContainerRole, Provenance> builds = new EnumMap<>(ContainerRole.class);
    private Optional<Measured> measurement = Optional.empty();
    private Verdict verdict = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "every check passed");

    private CellBuilder(String client, String server, String test) {
        this.client = client;
        this.server = server;
        this.test = test;
    }

    /** A cell that passed. */
    public static CellBuilder cell(String client, String server, String test) {
        return new CellBuilder(client, server, test);
    }

    /** It failed for these findings. */
    public CellBuilder failed(Finding... findings) {
        var first = findings[0];
        return verdict(new Verdict(
                Outcome.FAILED,
                new Reason(ReasonCode.CHECK_FAILED, Wording.of(List.of(findings))),
                List.of(findings),
                List.of(new Verdict.Checked(
                        first.rule(), first.section(), new CheckResult.Failed(List.of(findings))))));
    }

    /** It failed for a finding that does not matter. */
    public CellBuilder failed() {
        return failed(new Finding("the rule", "RFC 9000 §1", "this", "that", Location.none()));
    }

    /** It came out so, without any check made. */
    public CellBuilder cameOut(Outcome outcome, ReasonCode code, String text) {
        return verdict(Verdict.of(outcome, code, text));
    }

    /** This was decided of it. */
    public CellBuilder verdict(Verdict decided) {
        verdict = decided;
        return this;
    }

    /** It used this transport. */
    public CellBuilder over(String name) {
        transport = Optional.of(name);
        return this;
    }

    /** It ran over this route of its pair, in this draft. */
    public CellBuilder way(String draft, String label) {
        version = Optional.of(draft);
        route = Optional.of(label);
        return over(label);
    }

    /** It passed, as far as its client says, and the wire says this of it. */
    public CellBuilder claimed(Proof proof) {
        return claimed(proof, List.of());
    }

    /** Its client reports passes of several test cases. */
    public CellBuilder claimed(Proof proof, List<ClaimedPart> parts) {
        return verdict(Verdict.of(Outcome.SUCCEEDED, ReasonCode.CLAIMED, "the client reports ok")
                .with(new Claim(Math.max(1, parts.size()), Optional.of(proof), parts)));
    }

    /** The image of this part says that it was built from this. */
    public CellBuilder builtFrom(ContainerRole part, Provenance from) {
        builds.put(part, from);
        return this;
    }

    /** It measured this. */
    public CellBuilder measured(Measured values) {
        measurement = Optional.of(values);
        return this;
    }

    /** The cell. */
    public CellResult build() {
        var pair = "quic/" + server + "_" + client + "/";
        var folder = route.isPresent()
                ? pair + route.get() + "/" + test
                : pair + test + transport.map("-"::concat).orElse("");
        var wasRun = verdict.outcome() != Outcome.SKIPPED;
        return new CellResult(
                folder,
                "quic",
                client,
                server,
                test,
                transport,
                version,
                verdict,
                wasRun
                        ? Map.of(
                                ContainerRole.CLIENT,
                                "sha256:c1",
                                ContainerRole.SERVER,
                                "sha256:5e",
                                ContainerRole.SIM,
                                "sha256:51")
                        : Map.of(),
                builds,
                42,
                "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25",
                wasRun ? Map.of(ContainerRole.CLIENT, ContainerEnd.exited(0)) : Map.of(),
                wasRun ? Optional.of(new PhaseTimes(0.1, 0.2, 0.3, 0.4, 0.5)) : Optional.empty(),
                wasRun ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                measurement,
                wasRun ? folder.replaceFirst("quic/", "quic/logs/") : "");
    }
}
