package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The containers of a cell that stay after their run.
 *
 * @param containers role → the name of its container, which has ended
 * @param networks role → the name of the running container that holds its network and folders; empty if each container
 *     has them itself
 */
@API(status = Status.INTERNAL)
public record KeptCell(Map<ContainerRole, String> containers, Map<ContainerRole, String> networks) {
    public KeptCell {
        containers = ContainerRole.inOrder(containers);
        networks = ContainerRole.inOrder(networks);
    }
}
