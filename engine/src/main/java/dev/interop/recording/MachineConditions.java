package dev.interop.recording;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The effects of the machine and the container engine on a cell while it ran, whatever its endpoints did.
 *
 * @param deliveries the lateness of the simulator's deliveries; empty without a simulator that measures it
 * @param processors role → its container's waiting time for a processor, as far as it was measured
 * @param engineSilentSeconds the longest time in seconds that the container engine did not answer; 0 if it always did
 */
@API(status = Status.EXPERIMENTAL)
public record MachineConditions(
        Optional<Lateness> deliveries, Map<ContainerRole, ProcessorWait> processors, double engineSilentSeconds) {
    /** Nothing was measured. */
    public static final MachineConditions UNKNOWN = new MachineConditions(Optional.empty(), Map.of(), 0);

    public MachineConditions {
        processors = ContainerRole.inOrder(processors);
    }
}
