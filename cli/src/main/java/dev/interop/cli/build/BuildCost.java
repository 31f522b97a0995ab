package dev.interop.cli.build;

import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the first build of an image costs, as measured once on two processors.
 *
 * @param time how long it took without caches, its bases being there
 * @param mebibytes what it adds to the disk: its own layers, and the caches that it leaves
 */
@API(status = Status.INTERNAL)
public record BuildCost(Duration time, long mebibytes) {}
