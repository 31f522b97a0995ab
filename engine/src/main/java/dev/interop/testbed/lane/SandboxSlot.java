package dev.interop.testbed.lane;

import dev.interop.recording.ContainerRole;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A position of containers in a lane: a network namespace that one container after the other joins. */
@API(status = Status.INTERNAL)
public enum SandboxSlot {
    /** A client in the client's network. Its only way to the server is the simulator. */
    CLIENT(ContainerRole.CLIENT),
    /** A client in the server's network, for cells without a simulator. */
    BESIDE_SERVER(ContainerRole.CLIENT),
    /** A client in a network with a way out, for remote servers. */
    REMOTE_CLIENT(ContainerRole.CLIENT),
    /** A server in the server's network. */
    SERVER(ContainerRole.SERVER),
    /** The simulator, in both networks. */
    SIM(ContainerRole.SIM),
    /** The receiver of a TCP flow beside a cell, in the client's network. */
    TCP_CLIENT(ContainerRole.CLIENT),
    /** The sender of a TCP flow beside a cell, in the server's network. */
    TCP_SERVER(ContainerRole.SERVER);

    private final ContainerRole role;

    SandboxSlot(ContainerRole role) {
        this.role = role;
    }

    /** The role of the containers that join the slot. */
    public ContainerRole role() {
        return role;
    }
}
