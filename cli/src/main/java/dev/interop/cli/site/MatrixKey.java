package dev.interop.cli.site;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.result.CellResult;
import java.util.Optional;

/**
 * A matrix of a report.
 *
 * @param protocol the protocol's name
 * @param suffix what distinguishes it from other matrices of the protocol; empty if it is the only one
 */
record MatrixKey(String protocol, String suffix) {
    /** The matrix of a cell. */
    static MatrixKey of(CellResult cell) {
        return new MatrixKey(cell.protocol(), cell.cell().inMatrix());
    }

    /** Unique within the report. */
    String name() {
        return protocol + suffix;
    }

    /** Its protocol, if that is installed. */
    Optional<Protocol> known(Protocols protocols) {
        return protocols.all().stream().filter(it -> it.name().equals(protocol)).findFirst();
    }

    /** The title for people. */
    String title(Protocols protocols) {
        return known(protocols).map(Protocol::title).orElse(protocol) + suffix;
    }
}
