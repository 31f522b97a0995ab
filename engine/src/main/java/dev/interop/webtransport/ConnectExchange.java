package dev.interop.webtransport;

import dev.interop.trace.HttpField;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.Optional;

/**
 * The CONNECT request of a session and its answer (draft-ietf-webtrans-http3 §3.2).
 *
 * @param request the first packet of the client with a CONNECT request
 * @param answer the first packet of the server after it that has a status
 */
record ConnectExchange(Optional<Packet> request, Optional<Packet> answer) {
    private static final String STATUS = ":status";

    static ConnectExchange in(Trace trace) {
        var request = first(trace, Side.CLIENT, ":method", "CONNECT");
        var answer = request.flatMap(it -> trace.packets().stream()
                .filter(packet -> packet.from() == Side.SERVER && packet.time() >= it.time())
                .filter(packet -> field(packet, STATUS).isPresent())
                .findFirst());
        return new ConnectExchange(request, answer);
    }

    private static Optional<Packet> first(Trace trace, Side side, String name, String value) {
        return trace.packets().stream()
                .filter(it -> it.from() == side)
                .filter(it -> field(it, name).filter(value::equals).isPresent())
                .findFirst();
    }

    /** A field of the request. */
    Optional<String> asked(String name) {
        return request.flatMap(it -> field(it, name));
    }

    /** A field of the answer. */
    Optional<String> answered(String name) {
        return answer.flatMap(it -> field(it, name));
    }

    Optional<String> status() {
        return answered(STATUS);
    }

    /** Whether the server accepted the session. */
    boolean isAccepted() {
        return status().filter(it -> it.startsWith("2")).isPresent();
    }

    private static Optional<String> field(Packet packet, String name) {
        return packet.contents().stream()
                .flatMap(it -> it.protocols().fields().stream())
                .filter(it -> it.name().equals(name))
                .map(HttpField::value)
                .findFirst();
    }
}
