package dev.interop.moqt.check;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.wire.MoqtDraft;
import dev.interop.moqt.wire.Transport;
import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A check of the MoQT messages on a cell's connections. */
@API(status = Status.INTERNAL)
public interface WireCheck extends Check {
    /** Undecided: what the wire carries could not be read in full. */
    ReasonCode UNREADABLE = new ReasonCode("wire-unreadable");

    /** The sections of the drafts that the rule comes from. */
    DraftSections sections();

    /** Makes the check on the cell's sessions. */
    CheckResult examine(MoqtSessions wire);

    @Override
    default String section() {
        return sections().toString();
    }

    @Override
    default boolean needsKeys() {
        return true;
    }

    @Override
    default CheckResult examine(Evidence evidence) {
        var recording = evidence.recording();
        var version = recording.route().version();
        var draft = version.flatMap(MoqtDraft::of);
        if (draft.isEmpty()) {
            return undecided("the messages of "
                    + version.map(ProtocolVersion::name).orElse("no draft") + " are not known to Interop Engine");
        }
        var transport = recording
                        .route()
                        .transport()
                        .filter(Transport.QUIC.label()::equals)
                        .isPresent()
                ? Transport.QUIC
                : Transport.WEBTRANSPORT;
        var share = RemoteRelay.of(recording, evidence.trace(Side.CLIENT, Depth.STREAMS));
        return share.doubt()
                .map(this::undecided)
                .orElseGet(() -> examine(MoqtSessions.read(share.trace(), draft.get(), transport)));
    }

    /** Creates a failure that holds whatever was not read. */
    default CheckResult failed(MoqtSessions wire, String expected, String seen, Location where) {
        return CheckResult.of(List.of(new Finding(rule(), sections().of(wire.draft()), expected, seen, where)))
                .shown();
    }

    /** Creates the result for something that was not seen: failed if everything was read, undecided otherwise. */
    default CheckResult missing(MoqtSessions wire, String expected, String seen, Location where) {
        return unless(wire.gap(), wire, expected, seen, where);
    }

    /** Creates the result for something that was not seen: undecided if there is a gap, failed otherwise. */
    default CheckResult unless(Optional<String> gap, MoqtSessions wire, String expected, String seen, Location where) {
        return gap.map(it -> undecided(seen + ", but " + it)).orElseGet(() -> failed(wire, expected, seen, where));
    }

    /** Creates an undecided result. */
    default CheckResult undecided(String why) {
        return unreadable(why);
    }

    /** Creates an undecided result for packets that could not be read. */
    static CheckResult.Undecided unreadable(String why) {
        return new CheckResult.Undecided(new Reason(UNREADABLE, why));
    }
}
