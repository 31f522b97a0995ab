package dev.interop.trace;

import java.util.List;

/**
 * What a packet says of the protocol that is spoken over QUIC, in a trace that was read with {@link Depth#STREAMS}.
 *
 * @param alpn the names in the ALPN extension of the ClientHello or the EncryptedExtensions that is complete with it:
 *     those that the client offers, or the one that the server selects (RFC 7301 §3.1)
 * @param fields those of the HTTP/3 messages whose header section is complete with it; none where they cannot be read
 */
public record ProtocolNames(List<String> alpn, List<HttpField> fields) {
    /** A packet that says nothing of it. */
    public static final ProtocolNames NONE = new ProtocolNames(List.of(), List.of());

    public ProtocolNames {
        alpn = List.copyOf(alpn);
        fields = List.copyOf(fields);
    }
}
