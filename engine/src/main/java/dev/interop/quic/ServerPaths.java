package dev.interop.quic;

import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The paths that the server sends on, in order, each with the server's first datagram on it. */
record ServerPaths(Map<NetworkPath, List<Packet>> firstDatagrams) {
    static ServerPaths of(Trace trace) {
        var first = new LinkedHashMap<NetworkPath, List<Packet>>();
        for (var packet : trace.packets()) {
            if (packet.from() == Side.SERVER) {
                first.merge(NetworkPath.of(packet.datagram()), List.of(packet), ServerPaths::sameDatagram);
            }
        }
        return new ServerPaths(first);
    }

    /** The first datagram on each path but the first. */
    List<List<Packet>> onNewPaths() {
        return firstDatagrams.values().stream().skip(1).toList();
    }

    private static List<Packet> sameDatagram(List<Packet> first, List<Packet> next) {
        return first.get(0).number() == next.get(0).number()
                ? Stream.concat(first.stream(), next.stream()).toList()
                : first;
    }
}
