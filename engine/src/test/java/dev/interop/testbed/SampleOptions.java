package dev.interop.testbed;

import dev.interop.NoteListener;
import dev.interop.testbed.context.ContainerLimits;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.ToolImage;
import java.time.Duration;
import java.util.Map;

/** Options of test beds in tests. */
public final class SampleOptions {
    private static final long MIB = 1L << 20;

    /** Limits that no test reaches by chance. */
    public static final ContainerLimits LIMITS = new ContainerLimits(
            4096 * MIB, 4096, 2, 16 * MIB, 1024 * MIB, 2048 * MIB, 2048 * MIB, 20_000, Duration.ofSeconds(10));

    private SampleOptions() {}

    /** Two lanes with the product's own simulator. */
    public static TestbedOptions of(String session) {
        return new TestbedOptions(
                2,
                ToolImage.SIMULATOR.defaultReference(),
                ToolImage.SANDBOX.defaultReference(),
                ToolImage.IPERF.defaultReference(),
                LIMITS,
                PullPolicy.MISSING,
                TestbedOptions.START_LIMIT,
                Map.of(),
                session,
                NoteListener.SILENT);
    }
}
