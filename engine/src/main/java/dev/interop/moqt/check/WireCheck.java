package dev.interop.moqt.check;

import dev.interop.moqt.wire.MoqtDraft;
import dev.interop.moqt.wire.Transport;
import dev.interop.registry.DraftVersion;
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

/** A check of what was said on a cell's connections. */
public interface WireCheck extends Check {
    /** Where the drafts say what has to hold. */
    Sections sections();

    /** Looks at what was said. */
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
        var version = recording.route().version().orElse("no draft");
        var draft = DraftVersion.of(version).flatMap(it -> MoqtDraft.of(it.number()));
        if (draft.isEmpty()) {
            return undecided("the messages of " + version + " are not known here");
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

    /** It does not hold, as something that was seen shows. */
    default CheckResult failed(MoqtSessions wire, String expected, String seen, Location where) {
        return CheckResult.of(List.of(new Finding(rule(), sections().of(wire.draft()), expected, seen, where)));
    }

    /** It was not seen: it does not hold where everything was read, else nobody knows. */
    default CheckResult unseen(MoqtSessions wire, String expected, String seen, Location where) {
        return unless(wire.gap(), wire, expected, seen, where);
    }

    /** It was not seen: it does not hold unless it may have been in a gap. */
    default CheckResult unless(
            Optional<String> missed, MoqtSessions wire, String expected, String seen, Location where) {
        return missed.map(gap -> undecided(seen + ", but " + gap)).orElseGet(() -> failed(wire, expected, seen, where));
    }

    /** It cannot be told. */
    default CheckResult undecided(String why) {
        return unreadable(why);
    }

    /** It cannot be told from the packets. */
    static CheckResult.Undecided unreadable(String why) {
        return new CheckResult.Undecided(new Reason(ReasonCode.WIRE_UNREADABLE, why));
    }
}
