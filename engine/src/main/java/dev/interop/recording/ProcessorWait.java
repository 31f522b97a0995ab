package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How long the threads of a container were ready to run and waited for a processor, according to the kernel.
 *
 * @param waitedMillis the waiting time of all its threads together in milliseconds
 * @param ranMillis the time that they ran in milliseconds
 * @param worstMillis the longest wait of one thread within a tenth of a second, as the mean of its waits in that time, without
 *     what the cell's own containers can have caused, in milliseconds
 */
@API(status = Status.EXPERIMENTAL)
public record ProcessorWait(double waitedMillis, double ranMillis, double worstMillis) {}
