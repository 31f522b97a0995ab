package dev.interop.recording;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How late the simulator delivered packets, compared with their scheduled moments.
 *
 * @param maxMillis the latest delivery in milliseconds
 * @param p99Millis the 99th percentile in milliseconds
 * @param packets the number of deliveries
 */
@API(status = Status.EXPERIMENTAL)
public record Lateness(double maxMillis, double p99Millis, long packets) {}
