package dev.interop.trace;

import java.util.List;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The part of the TLS handshake that a packet carries.
 *
 * @param crypto the ranges that the packet's CRYPTO frames carry
 * @param messages the types of the TLS handshake messages that this packet completes (RFC 8446 §4)
 * @param cipherSuites the cipher suites that a ClientHello among these messages offers, or a ServerHello selects
 * @param initialMaxStreamsBidi the transport parameter initial_max_streams_bidi in these messages (RFC 9000 §18.2)
 * @param parameters the types of the transport parameters in these messages, in a trace read with {@link Depth#PARAMETERS}
 */
@API(status = Status.EXPERIMENTAL)
public record HandshakeData(
        List<CryptoRange> crypto,
        List<Integer> messages,
        List<Integer> cipherSuites,
        OptionalLong initialMaxStreamsBidi,
        List<Long> parameters) {
    /** No part of the handshake. */
    public static final HandshakeData NONE = new HandshakeData(List.of(), List.of(), List.of(), OptionalLong.empty());

    public HandshakeData {
        crypto = List.copyOf(crypto);
        messages = List.copyOf(messages);
        cipherSuites = List.copyOf(cipherSuites);
        parameters = List.copyOf(parameters);
    }

    /** Creates a part whose transport parameters were not read. */
    public HandshakeData(
            List<CryptoRange> crypto,
            List<Integer> messages,
            List<Integer> cipherSuites,
            OptionalLong initialMaxStreamsBidi) {
        this(crypto, messages, cipherSuites, initialMaxStreamsBidi, List.of());
    }
}
