package dev.interop.verdict;

import dev.interop.UserError;
import dev.interop.recording.NetworkDecision;
import dev.interop.recording.NetworkDecision.Direction;
import dev.interop.recording.NetworkDecisions;
import dev.interop.recording.Recording;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes beside packets what the simulator did to them, such as that one was dropped. */
final class NetworkNotes {
    private NetworkNotes() {}

    /**
     * Adds the simulator's decisions: to a packet in the capture of its sender's side, and to one that arrived, what was done
     * to it and which were dropped since the one before.
     *
     * @param around datagrams of a capture
     * @param trace the capture's trace
     * @param capture the capture, within the recording's folder
     */
    static List<NearbyDatagram> addTo(List<NearbyDatagram> around, Trace trace, Path capture, Recording recording) {
        if (!capture.equals(recording.clientTrace()) && !capture.equals(recording.serverTrace())) {
            return around;
        }
        try {
            return NetworkDecisions.of(recording.folder())
                    .map(it -> noted(around, trace, capture.equals(recording.clientTrace()), it))
                    .orElse(around);
        } catch (UserError unreadable) {
            // Only notes are missing; no verdict rests on them.
            return around;
        }
    }

    private static List<NearbyDatagram> noted(
            List<NearbyDatagram> around, Trace trace, boolean ofClient, NetworkDecisions decided) {
        var leaving = ofClient ? Direction.TO_SERVER : Direction.TO_CLIENT;
        var arriving = ofClient ? Direction.TO_CLIENT : Direction.TO_SERVER;
        var left = decided.decisions().stream()
                .filter(it -> it.direction() == leaving)
                .collect(Collectors.toMap(
                        NetworkDecision::frame, it -> List.of(it.sentence()), (first, second) -> first));
        var arrived = ArrivalNotes.of(trace, arriving, decided);
        return around.stream()
                .map(it -> noted(it, left.getOrDefault(it.number(), arrived.getOrDefault(it.number(), List.of()))))
                .toList();
    }

    private static NearbyDatagram noted(NearbyDatagram it, List<String> sentences) {
        var notes = Stream.concat(it.packets().stream(), sentences.stream().map("simulator: "::concat));
        return new NearbyDatagram(it.number(), it.time(), it.from(), it.length(), notes.toList());
    }
}
