package dev.interop.run;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.config.Settings.Limits;
import dev.interop.testbed.DockerTestbed;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.context.ContainerLimits;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.testbed.tool.ToolContainer;
import dev.interop.testbed.tool.ToolImage;
import dev.interop.testbed.tool.ToolImages;
import dev.interop.testbed.tool.ToolOptions;
import java.util.EnumMap;
import java.util.HexFormat;
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
            var engine = Engine.connect();
            var tools = ready(engine, wanted(settings.images()), toolOptions(settings, notes));
            var testbed = DockerTestbed.open(
                    testbedOptions(settings, session(), notes)
                            .withSimulatorImage(tools.get(ToolImage.SIMULATOR))
                            .withSandboxImage(tools.get(ToolImage.SANDBOX))
                            .withIperfImage(tools.getOrDefault(ToolImage.IPERF, ToolImage.IPERF.defaultReference())),
                    engine);
            try {
                return new DockerBackend(testbed, dissector(settings, testbed.tools(tools.get(ToolImage.TSHARK))));
            } catch (RuntimeException e) {
                testbed.close();
                throw e;
            }
        });
    }

    /**
     * Connects to the container engine once in the background, so that the classes for that are loaded when a run opens its
     * backend. If the engine cannot be reached, the run says so.
     */
    public static void preload() {
        var thread = new Thread(
                () -> {
                    try (var engine = Engine.connect()) {
                        engine.facts();
                    } catch (UserError | EngineFailure e) {
                        return;
                    }
                },
                "interop-preload");
        thread.setDaemon(true);
        thread.start();
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
            var engine = Engine.connect();
            var images =
                    ready(engine, Map.of(ToolImage.TSHARK, settings.images().tshark()), toolOptions(settings, notes));
            return dissector(
                    settings,
                    DockerToolContainer.open(
                            engine,
                            images.get(ToolImage.TSHARK),
                            session(),
                            settings.images().pull(),
                            NoteListener.SILENT));
        });
    }

    /** Finds the tool images; closes the engine's connection if one is missing. */
    private static Map<ToolImage, String> ready(Engine engine, Map<ToolImage, String> configured, ToolOptions options) {
        try {
            return ToolImages.ready(engine, configured, options);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static Dissector dissector(Settings settings, ToolContainer tools) {
        return new Dissector(tools, new TraceJudge(tools, settings.cells().runMode()));
    }

    /** How a run finds its tool images. */
    public static ToolOptions toolOptions(Settings settings, Consumer<String> notes) {
        var tools = settings.images().tools();
        return new ToolOptions(
                tools.pulled(),
                settings.images().pull(),
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

    /**
     * How a run sets up its test bed.
     *
     * @param session the unique name of the run
     */
    public static TestbedOptions testbedOptions(Settings settings, String session, Consumer<String> notes) {
        return new TestbedOptions(
                settings.execution().lanes(),
                settings.images().simulator(),
                settings.images().sandbox(),
                settings.images().iperf().orElse(ToolImage.IPERF.defaultReference()),
                limits(settings.execution().limits()),
                settings.images().pull(),
                TestbedOptions.START_LIMIT,
                passedOn(),
                session,
                notes::accept);
    }

    /** The variables of the caller's environment that endpoints get. */
    static Map<String, String> passedOn() {
        return System.getenv().entrySet().stream()
                .filter(it -> PASSED_ON.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ContainerLimits limits(Limits limits) {
        return new ContainerLimits(
                limits.memoryMib() * MIB,
                limits.pids(),
                limits.cpus().orElse(Double.MAX_VALUE),
                limits.logMib() * MIB,
                limits.filesMib() * MIB,
                limits.filesMib() * MIB,
                limits.diskMib() * MIB,
                ContainerLimits.MOST_ENTRIES,
                ContainerLimits.STOP_GRACE);
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
