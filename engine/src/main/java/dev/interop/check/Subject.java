package dev.interop.check;

import dev.interop.protocol.Protocol;
import dev.interop.recording.Part;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;

/**
 * Who is checked, and with whom.
 *
 * @param protocol the protocol
 * @param implementation who is checked
 * @param role in which role
 * @param peer the implementation on the other side
 */
public record Subject(Protocol protocol, Implementation implementation, Role role, Implementation peer) {
    /** Whether it is the side that connects. */
    public boolean connects() {
        return role == protocol.clientRole();
    }

    /** The part that its container plays in a cell. */
    public Part part() {
        return connects() ? Part.CLIENT : Part.SERVER;
    }

    Implementation client() {
        return connects() ? implementation : peer;
    }

    Implementation server() {
        return connects() ? peer : implementation;
    }
}
