package dev.interop.moqt.check;

import dev.interop.recording.Recording;
import dev.interop.recording.RemoteServer;
import dev.interop.trace.Address;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells the packets of a relay that runs elsewhere from those of another one that the client may have talked to: a network
 * with a way out has many. In a network of the cell's own there is no other.
 *
 * @param relay where it is
 */
record RemoteRelay(RemoteServer relay) {
    /**
     * What of a trace is between client and relay.
     *
     * @param trace the packets, all of them where the relay is in a container
     * @param doubt why others may be, too
     */
    record Share(Trace trace, Optional<String> doubt) {}

    static Share of(Recording recording, Trace trace) {
        return recording
                .remoteServer()
                .map(it -> new RemoteRelay(it).share(trace))
                .orElseGet(() -> new Share(trace, Optional.empty()));
    }

    private Share share(Trace trace) {
        // A connection that began with the relay may move (RFC 9000 §9.6).
        var connections = trace.packets().stream()
                .filter(this::isRelays)
                .flatMap(it -> it.connection().stream().boxed())
                .collect(Collectors.toSet());
        var other = trace.packets().stream()
                .filter(it -> !isRelays(it))
                .map(RemoteRelay::peer)
                .filter(it -> it.port() == relay.port() && !relay.namesAnAddress())
                .findFirst()
                .map(it -> "packets went to " + it + ", which is not among the addresses that " + relay.host()
                        + " has here");
        return new Share(
                trace.only(it -> isRelays(it)
                        || it.contents().isPresent() && it.connection().stream().anyMatch(connections::contains)),
                other);
    }

    private boolean isRelays(Packet packet) {
        var peer = peer(packet);
        return peer.port() == relay.port() && relay.addresses().contains(peer.host());
    }

    private static Address peer(Packet packet) {
        var datagram = packet.datagram();
        return packet.from() == Side.CLIENT ? datagram.destination() : datagram.source();
    }
}
