package dev.interop.testbed.context;

import dev.interop.protocol.Protocols;
import java.util.List;

/** Finds the host names by which clients know the server. */
final class ServerNames {
    private ServerNames() {}

    /** The hosts of the protocols' contracts, such as {@code server} of {@code server:443}. */
    static List<String> of(Protocols protocols) {
        return protocols.all().stream()
                .map(it -> it.contract().server().host())
                .distinct()
                .toList();
    }
}
