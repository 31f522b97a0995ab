package dev.interop.trace;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The ALPN names in a packet, and its HTTP/3 fields in a trace read with {@link Depth#STREAMS}.
 *
 * @param alpn the ALPN names in the ClientHello or EncryptedExtensions that the packet completes: the names that the
 *     client offers, or the one that the server selects (RFC 7301 §3.1)
 * @param fields the fields of the HTTP/3 header sections that the packet completes; none if they cannot be read
 */
@API(status = Status.EXPERIMENTAL)
public record ProtocolNames(List<String> alpn, List<HttpField> fields) {
    /** A packet without such names and fields. */
    public static final ProtocolNames NONE = new ProtocolNames(List.of(), List.of());

    public ProtocolNames {
        alpn = List.copyOf(alpn);
        fields = List.copyOf(fields);
    }
}
