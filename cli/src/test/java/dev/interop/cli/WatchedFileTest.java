package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A local program in real containers: it runs instead of the image's, and once it is compiled anew, it runs again. */
@Tag("container")
@Tag("long")
@Timeout(300)
class WatchedFileTest {
    private static final String CLIENT = "/usr/local/bin/quic-go-client";
    private static final String WAITING = "Watch    waiting for a change";

    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void registry() throws IOException {
        Files.writeString(folder.resolve("implementations.json"), """
                {"version": "2.0", "implementations": {
                  "mine": {"quic": {"roles": ["client"], "image": "localhost/interop/quic-go:local"}},
                  "other": {"quic": {"roles": ["server"], "image": "localhost/interop/quic-go:local"}}}}
                """);
    }

    @Test
    void theMountedProgramRunsAndRunsAgainOnceItHasChanged() throws Exception {
        compile("exit 1");
        var watching = new Thread(() -> interop(
                "run",
                "--watch",
                "--mount",
                "mine=" + folder.resolve("client") + ":" + CLIENT,
                "--tests",
                "handshake",
                "--registry",
                folder.resolve("implementations.json").toString(),
                "--history",
                "none",
                "--out",
                folder.resolve("run").toString(),
                "--no-build",
                "-P",
                "interop.probe=false"));
        watching.start();
        await(watching, () -> waited() == 1);
        assertThat(cell("run").verdict().outcome()).isEqualTo(Outcome.FAILED);

        compile("exit 127");
        await(watching, () -> waited() == 2);
        assertThat(out.toString()).contains("client changed");
        assertThat(cell("run-2").verdict().outcome()).isEqualTo(Outcome.UNSUPPORTED);

        watching.interrupt();
        watching.join(TimeUnit.MINUTES.toMillis(1));
        assertThat(watching.isAlive()).isFalse();
    }

    /** Writes the program as a compiler does that replaces it at once. */
    private void compile(String command) throws IOException {
        var part = Files.writeString(folder.resolve("client.part"), "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(part, folder.resolve("client"), StandardCopyOption.ATOMIC_MOVE);
    }

    private CellResult cell(String run) {
        return CellsJsonl.read(folder.resolve(run).resolve("cells.jsonl")).get(0);
    }

    private long waited() {
        return out.toString().lines().filter(it -> it.startsWith(WAITING)).count();
    }

    /** Waits for the run; the test's own limit ends it. */
    private void await(Thread watching, BooleanSupplier there) throws InterruptedException {
        while (!there.getAsBoolean()) {
            assertThat(watching.isAlive()).as(() -> out.toString()).isTrue();
            Thread.sleep(100);
        }
    }

    private void interop(String... arguments) {
        var printed = new PrintWriter(out, true);
        Main.commandLine().setOut(printed).setErr(printed).execute(arguments);
    }
}
