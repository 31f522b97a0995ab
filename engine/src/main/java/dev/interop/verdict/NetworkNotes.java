package dev.interop.verdict;

import dev.interop.UserError;
import dev.interop.recording.NetworkDecision;
import dev.interop.recording.NetworkDecision.Direction;
import dev.interop.recording.NetworkDecisions;
import dev.interop.recording.Recording;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notes beside packets what the simulator did to them, such as that one was dropped. */
final class NetworkNotes {
    private NetworkNotes() {}

    /**
     * Adds the simulator's decisions.
     *
     * @param around datagrams of a capture
     * @param capture the capture, within the recording's folder
     */
    static List<NearbyDatagram> addTo(List<NearbyDatagram> around, Path capture, Recording recording) {
        var decisions = decisions(capture, recording);
        return around.stream()
                .map(it -> decisions.containsKey(it.number()) ? noted(it, decisions.get(it.number())) : it)
                .toList();
    }

    /** The decisions on packets that came from the capture's side, by the number of their frame. */
    private static Map<Long, NetworkDecision> decisions(Path capture, Recording recording) {
        if (!capture.equals(recording.clientTrace()) && !capture.equals(recording.serverTrace())) {
            return Map.of();
        }
        var direction = capture.equals(recording.clientTrace()) ? Direction.TO_SERVER : Direction.TO_CLIENT;
        try {
            return NetworkDecisions.of(recording.folder()).stream()
                    .flatMap(it -> it.decisions().stream())
                    .filter(it -> it.direction() == direction)
                    .collect(Collectors.toMap(NetworkDecision::frame, it -> it, (first, second) -> first));
        } catch (UserError unreadable) {
            // Only a note is missing; no verdict rests on it.
            return Map.of();
        }
    }

    private static NearbyDatagram noted(NearbyDatagram it, NetworkDecision decision) {
        var notes = Stream.concat(it.packets().stream(), Stream.of("simulator: " + decision.sentence()));
        return new NearbyDatagram(it.number(), it.time(), it.from(), it.length(), notes.toList());
    }
}
