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
 * @param diskFull whether the container engine's disk had no room, and none of the cell's endpoints had filled it
 */
@API(status = Status.EXPERIMENTAL)
public record MachineConditions(
        Optional<Lateness> deliveries,
        Map<ContainerRole, ProcessorWait> processors,
        double engineSilentSeconds,
        boolean diskFull) {
    /** Nothing was measured. */
    public static final MachineConditions UNKNOWN = new MachineConditions(Optional.empty(), Map.of(), 0);

    public MachineConditions {
        processors = ContainerRole.inOrder(processors);
    }

    /** The conditions on a disk that always had room. */
    public MachineConditions(
            Optional<Lateness> deliveries, Map<ContainerRole, ProcessorWait> processors, double engineSilentSeconds) {
        this(deliveries, processors, engineSilentSeconds, false);
    }

    /** Returns a copy for a disk that had no room. */
    public MachineConditions onFullDisk() {
        return new MachineConditions(deliveries, processors, engineSilentSeconds, true);
    }
}
