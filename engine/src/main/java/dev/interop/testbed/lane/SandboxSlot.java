package dev.interop.testbed.lane;

import dev.interop.recording.ContainerRole;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where in a lane a container can be: each is a network namespace that one container after the other joins. */
@API(status = Status.INTERNAL)
public enum SandboxSlot {
    /** In the client's network, from where only the simulator leads on. */
    CLIENT(ContainerRole.CLIENT),
    /** A client's in the server's network, where nothing is to stand between the two. */
    BESIDE_SERVER(ContainerRole.CLIENT),
    /** A client's in a network that leads out, where the server is somewhere else. */
    REMOTE_CLIENT(ContainerRole.CLIENT),
    /** In the server's network. */
    SERVER(ContainerRole.SERVER),
    /** In both networks. */
    SIM(ContainerRole.SIM);

    private final ContainerRole part;

    SandboxSlot(ContainerRole part) {
        this.part = part;
    }

    /** The part whose containers join it. */
    public ContainerRole part() {
        return part;
    }
}
