package dev.interop.verdict;

import dev.interop.trace.PacketsAround;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The packets that are shown with a verdict, with what the simulator did to them. They are from captures that checks have
 * read; no capture is read for this alone.
 */
final class ShownPackets {
    private static final int NEIGHBOURS = 4;
    /** The ends of a cell that no packet shows. The packets before it show what the network did. */
    private static final Set<ReasonCode> ENDS =
            Set.of(ReasonCode.CLIENT_FAILED, ReasonCode.SERVER_ENDED, ReasonCode.TIME_LIMIT);

    private ShownPackets() {}

    /** Those around the first finding with a packet; if there is none and an endpoint gave up, the client's last ones. */
    static List<NearbyDatagram> of(Verdict verdict, CellEvidence evidence) {
        var shown = verdict.findings().stream()
                .map(Finding::evidence)
                .filter(it -> it.packet().isPresent())
                .findFirst();
        if (shown.isPresent()) {
            return shown.flatMap(where -> evidence.alreadyRead(where.file())
                            .map(it -> around(it, where.packet().getAsLong(), evidence)))
                    .orElse(List.of());
        }
        return verdict.outcome() == Outcome.FAILED
                        && ENDS.contains(verdict.reason().code())
                ? last(evidence)
                : List.of();
    }

    private static List<NearbyDatagram> last(CellEvidence evidence) {
        var recording = evidence.recording();
        var file = recording.folder().relativize(recording.clientTrace()).toString();
        var trace = evidence.alreadyRead(file);
        return trace.flatMap(ShownPackets::lastNumber)
                .map(it -> around(trace.get(), it, evidence))
                .orElse(List.of());
    }

    private static Optional<Long> lastNumber(Trace trace) {
        var packets = trace.packets();
        return packets.isEmpty()
                ? Optional.empty()
                : Optional.of(packets.get(packets.size() - 1).number());
    }

    private static List<NearbyDatagram> around(Trace trace, long number, CellEvidence evidence) {
        var recording = evidence.recording();
        return NetworkNotes.addTo(
                PacketsAround.of(trace, number, NEIGHBOURS),
                trace,
                recording.folder().resolve(trace.file()),
                recording);
    }
}
