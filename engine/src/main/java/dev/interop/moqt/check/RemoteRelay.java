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
 * Separates the packets of a remote relay from those of other servers that the client may have connected to. Only a network
 * that leads out has other servers.
 *
 * @param relay the remote relay's address
 */
record RemoteRelay(RemoteServer relay) {
    /**
     * The packets between client and relay.
     *
     * @param trace the packets; all packets of the capture if the relay is in a container
     * @param doubt why other packets may also be the relay's
     */
    record RelayTraffic(Trace trace, Optional<String> doubt) {}

    static RelayTraffic of(Recording recording, Trace trace) {
        return recording
                .remoteServer()
                .map(it -> new RemoteRelay(it).select(trace))
                .orElseGet(() -> new RelayTraffic(trace, Optional.empty()));
    }

    private RelayTraffic select(Trace trace) {
        // A connection to the relay may migrate to the server's preferred address (RFC 9000 §9.6).
        var connections = trace.packets().stream()
                .filter(this::isFromOrToRelay)
                .flatMap(it -> it.connection().stream().boxed())
                .collect(Collectors.toSet());
        var other = trace.packets().stream()
                .filter(it -> !isFromOrToRelay(it))
                .map(RemoteRelay::peer)
                .filter(it -> it.port() == relay.port() && !relay.namesAnAddress())
                .findFirst()
                .map(it -> "packets went to " + it + ", which is not an address that " + relay.host()
                        + " resolved to here");
        return new RelayTraffic(
                trace.only(it -> isFromOrToRelay(it)
                        || it.contents().isPresent() && it.connection().stream().anyMatch(connections::contains)),
                other);
    }

    private boolean isFromOrToRelay(Packet packet) {
        var peer = peer(packet);
        return peer.port() == relay.port() && relay.addresses().contains(peer.host());
    }

    private static Address peer(Packet packet) {
        var datagram = packet.datagram();
        return packet.from() == Side.CLIENT ? datagram.destination() : datagram.source();
    }
}
