package dev.interop.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestCaseProvider;
import dev.interop.quic.QuicProtocol;
import dev.interop.testing.SimpleTestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Measures how long the discovery of a matrix takes, in a JVM of its own: first by the engine, cold and warm, then by a
 * launcher, which keeps a copy of each test. Prints milliseconds.
 */
public final class DiscoveryBenchmark {
    private static final int WARM = 5;

    private DiscoveryBenchmark() {}

    @InteropTest
    static final class Matrix {
        private Matrix() {}
    }

    /** As many further test cases as the benchmark is asked for. */
    public static final class FurtherTestCases implements TestCaseProvider {
        static final String COUNT = "discovery.tests";

        @Override
        public String protocol() {
            return "quic";
        }

        @Override
        public List<TestCase> testCases() {
            var missing = Integer.getInteger(COUNT, 0)
                    - new QuicProtocol().testCases().size();
            return IntStream.range(0, Math.max(0, missing))
                    .<TestCase>mapToObj(
                            it -> new SimpleTestCase("x" + Integer.toString(it, 36), "extra" + it, "extra", List.of()))
                    .toList();
        }
    }

    /** @param arguments the registry file, and the number of test cases */
    public static void main(String[] arguments) {
        var request = request(arguments[0], Integer.parseInt(arguments[1]));
        var cold = new Measured(request);
        var warm = IntStream.range(0, WARM)
                .mapToLong(it -> new Measured(request).millis)
                .min()
                .orElseThrow();
        System.out.println("cells=" + cold.cells + " cold=" + cold.millis + " warm=" + warm);
        // Last: its copy of half a million tests needs more than twice the memory.
        System.out.println("launcher=" + launcher(request));
    }

    /** One discovery by the engine alone. */
    private static final class Measured {
        private final long millis;
        private final long cells;

        Measured(LauncherDiscoveryRequest request) {
            var begin = System.nanoTime();
            var found = new InteropTestEngine().discover(request, UniqueId.forEngine(InteropTestEngine.ID));
            millis = millisSince(begin);
            cells = found.getDescendants().stream()
                    .filter(TestDescriptor::isTest)
                    .count();
        }
    }

    private static LauncherDiscoveryRequest request(String registry, int tests) {
        var names = Protocols.installed().named("quic").testCases().stream()
                .map(TestCase::name)
                .limit(tests)
                .collect(Collectors.joining(","));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Matrix.class))
                .configurationParameter("interop.registry", registry)
                .configurationParameter("interop.tests", names)
                .build();
    }

    private static long launcher(LauncherDiscoveryRequest request) {
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new InteropTestEngine())
                .build());
        var begin = System.nanoTime();
        launcher.discover(request);
        return millisSince(begin);
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** Writes a registry of so many clients that are servers, too. */
    static Path registry(Path folder, int implementations) throws IOException {
        var entries = IntStream.range(0, implementations)
                .mapToObj(it -> "\"i%d\": {\"quic\": {\"roles\": [\"client\", \"server\"], \"image\": \"x/i:%d\"}}"
                        .formatted(it, it))
                .collect(Collectors.joining(",\n"));
        return Files.writeString(
                folder.resolve("many.json"), "{\"version\": \"2.0\", \"implementations\": {" + entries + "}}");
    }
}
