package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interop.engine.InteropTest;
import dev.interop.engine.InteropTestEngine;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** 100 clients × 100 servers × the default test cases: what grows with the square of the cells takes minutes. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyEntriesTest {
    private static final int ENTRIES = 100;
    private static final int CELLS = ENTRIES
            * ENTRIES
            * (int) Protocols.installed().named("quic").testCases().stream()
                    .filter(TestCase::runsByDefault)
                    .count();

    @TempDir
    Path folder;

    private Path registry;

    @InteropTest
    static final class Matrix {
        private Matrix() {}
    }

    @BeforeEach
    void writeRegistry() throws IOException {
        var entries = IntStream.range(0, ENTRIES)
                .mapToObj(it -> "\"i%d\": {\"quic\": {\"roles\": [\"client\", \"server\"], \"image\": \"x/i:%d\"}}"
                        .formatted(it, it))
                .collect(Collectors.joining(",\n"));
        registry = Files.writeString(
                folder.resolve("many.json"), "{\"version\": \"2.0\", \"implementations\": {" + entries + "}}");
    }

    @Test
    void thePlanOfManyEntriesIsShownInSeconds() {
        var out = new StringWriter();

        var code = Main.commandLine().setOut(new PrintWriter(out)).execute("plan", "--registry", registry.toString());

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains(ENTRIES * ENTRIES + " pairs of " + CELLS + " cells to run");
    }

    @Test
    void theCellsOfManyEntriesAreDiscoveredInSeconds() {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Matrix.class))
                .configurationParameter("interop.registry", registry.toString())
                .build();

        var found = new InteropTestEngine().discover(request, UniqueId.forEngine(InteropTestEngine.ID));

        assertThat(found.getDescendants().stream().filter(TestDescriptor::isTest))
                .hasSize(CELLS);
    }
}
