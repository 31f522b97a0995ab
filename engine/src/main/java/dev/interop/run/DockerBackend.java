package dev.interop.run;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.config.Settings.Limits;
import dev.interop.testbed.DockerTestbed;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.context.ContainerLimits;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.testbed.tool.ToolContainer;
import dev.interop.testbed.tool.ToolImage;
import dev.interop.testbed.tool.ToolImages;
import dev.interop.testbed.tool.ToolOptions;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The backend that runs cells on a container engine. */
@API(status = Status.INTERNAL)
public final class DockerBackend implements RunBackend {
    /** Variables of the caller's environment that are passed to endpoints, as the public runner does. */
    private static final Set<String> PASSED_ON = Set.of("CRON", "CLIENT_PARAMS", "SERVER_PARAMS");

    private static final long MIB = 1L << 20;

    private final Testbed testbed;
    private final Dissector dissector;

    private DockerBackend(Testbed testbed, Dissector dissector) {
        this.testbed = testbed;
        this.dissector = dissector;
    }

    /**
     * Prepares the tool images, the lanes and the dissector.
     *
     * @throws UserError when the container engine cannot be reached or a tool image is not available
     */
    public static DockerBackend open(Settings settings, Consumer<String> notes) {
        return ofEnvironment(() -> {
            var tools = ToolImages.ready(wanted(settings.images()), toolOptions(settings, notes));
            var testbed = DockerTestbed.open(options(settings, tools, notes));
            try {
                return new DockerBackend(testbed, dissector(settings, tools.get(ToolImage.TSHARK)));
            } catch (RuntimeException e) {
                testbed.close();
                throw e;
            }
        });
    }

    private static Map<ToolImage, String> wanted(Settings.Images images) {
        var wanted = new EnumMap<>(Map.of(
                ToolImage.SIMULATOR, images.simulator(),
                ToolImage.SANDBOX, images.sandbox(),
                ToolImage.TSHARK, images.tshark()));
        images.iperf().ifPresent(it -> wanted.put(ToolImage.IPERF, it));
        return wanted;
    }

    /**
     * Prepares the dissector alone, to judge stored recordings.
     *
     * @throws UserError when the container engine cannot be reached or the dissector's image is missing
     */
    public static Dissector dissector(Settings settings, Consumer<String> notes) {
        return ofEnvironment(() -> {
            var images = ToolImages.ready(
                    Map.of(ToolImage.TSHARK, settings.images().tshark()), toolOptions(settings, notes));
            return dissector(settings, images.get(ToolImage.TSHARK));
        });
    }

    private static Dissector dissector(Settings settings, String image) {
        var tools = DockerToolContainer.open(image, session(), pull(settings), NoteListener.SILENT);
        return new Dissector(tools, new TraceJudge(tools, settings.cells().runMode()));
    }

    /** How a run finds its tool images. */
    public static ToolOptions toolOptions(Settings settings, Consumer<String> notes) {
        var tools = settings.images().tools();
        return new ToolOptions(
                tools.pulled(),
                pull(settings),
                tools.build(),
                tools.ca(),
                tools.base(),
                CacheFolder.of(settings).resolve("builds").toAbsolutePath(),
                notes::accept);
    }

    /**
     * A judge and the container of its dissector.
     *
     * @param tools the container
     * @param judge the judge
     */
    public record Dissector(ToolContainer tools, CellJudge judge) implements AutoCloseable {
        @Override
        public void close() {
            tools.close();
        }
    }

    @Override
    public Testbed testbed() {
        return testbed;
    }

    @Override
    public CellJudge judge() {
        return dissector.judge();
    }

    @Override
    public void close() {
        try {
            testbed.close();
        } finally {
            dissector.close();
        }
    }

    private static TestbedOptions options(Settings settings, Map<ToolImage, String> tools, Consumer<String> notes) {
        return TestbedOptions.defaults(session())
                .withLanes(settings.execution().lanes())
                .withSimulatorImage(tools.get(ToolImage.SIMULATOR))
                .withSandboxImage(tools.get(ToolImage.SANDBOX))
                .withIperfImage(tools.getOrDefault(ToolImage.IPERF, TestbedOptions.DEFAULT_IPERF))
                .withPull(pull(settings))
                .withLimits(limits(settings.execution().limits()))
                .withEnvironment(System.getenv().entrySet().stream()
                        .filter(it -> PASSED_ON.contains(it.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .withProgress(notes::accept);
    }

    private static ContainerLimits limits(Limits limits) {
        var defaults = ContainerLimits.DEFAULT;
        return new ContainerLimits(
                limits.memoryMib() * MIB,
                limits.pids(),
                limits.cpus().orElse(Double.MAX_VALUE),
                limits.logMib() * MIB,
                limits.filesMib() * MIB,
                limits.filesMib() * MIB,
                limits.diskMib() * MIB,
                defaults.folderEntries(),
                defaults.stopGrace());
    }

    private static PullPolicy pull(Settings settings) {
        return PullPolicy.valueOf(settings.images().pull().toUpperCase(Locale.ROOT));
    }

    private static String session() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Marks a user error as caused by the environment, not by the settings. */
    private static <T> T ofEnvironment(Supplier<T> action) {
        try {
            return action.get();
        } catch (UserError e) {
            throw e.ofEnvironment();
        }
    }
}
