package dev.interop.quic;

import dev.interop.trace.Datagram;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The datagrams of two captures of one cell, compared without a dissection: a datagram that crossed the network unaltered is
 * in both.
 *
 * @param atClient the capture at the client's side
 * @param atServer the capture at the server's side
 */
record Crossings(Trace atClient, Trace atServer) {
    /**
     * A capture with all packets of the client, dissected: that at the server's side, which other checks need anyway, or that at
     * the client's side if the network lost some of them.
     */
    static Trace allOfClient(Evidence evidence) {
        var atServer = evidence.trace(Side.SERVER, Depth.FULL);
        return new Crossings(evidence.trace(Side.CLIENT, Depth.HEADERS), atServer).serverGotAll()
                ? atServer
                : evidence.trace(Side.CLIENT, Depth.FULL);
    }

    /**
     * What a side's packets show in the server's capture, or, unless that passes, in one with all packets of the client.
     *
     * @param examine examines the packets of one capture
     */
    static CheckResult examineSender(Side by, Evidence evidence, Function<Trace, CheckResult> examine) {
        var atServer = examine.apply(evidence.trace(Side.SERVER, Depth.FULL));
        return atServer instanceof CheckResult.Passed || by == Side.SERVER
                ? atServer
                : examine.apply(allOfClient(evidence));
    }

    /** Whether every datagram of the client arrived at the server. */
    boolean serverGotAll() {
        var arrived = fingerprints(sentByClient(atServer));
        return arrived.containsAll(fingerprints(sentByClient(atClient)));
    }

    /**
     * The packets among these that arrived at the client before it sent one of some others.
     *
     * @param packets packets of the server, in its capture
     * @param ends packets of the client, in the server's capture
     */
    List<Packet> arrivedBefore(List<Packet> packets, List<Packet> ends) {
        var last = fingerprints(ends);
        var arrived = atClient.packets().stream()
                .takeWhile(it -> !last.contains(it.datagram().fingerprint()))
                .map(Packet::datagram)
                .map(Datagram::fingerprint)
                .collect(Collectors.toCollection(HashSet::new));
        return packets.stream()
                .filter(it -> arrived.contains(it.datagram().fingerprint()))
                .toList();
    }

    private static List<Packet> sentByClient(Trace trace) {
        return trace.packets().stream().filter(it -> it.from() == Side.CLIENT).toList();
    }

    private static Set<Long> fingerprints(Collection<Packet> packets) {
        return packets.stream().map(it -> it.datagram().fingerprint()).collect(Collectors.toSet());
    }
}
