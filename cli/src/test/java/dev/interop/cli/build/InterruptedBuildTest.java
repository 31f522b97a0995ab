package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.build.BuildResult.State;
import dev.interop.testbed.docker.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A build whose process is killed goes on behind the steps that it had finished. */
@Tag("container")
@Timeout(120)
class InterruptedBuildTest {
    private static final String NAME = "slow";

    @TempDir
    Path folder;

    @Test
    void aKilledBuildGoesOnWhereItWas() throws Exception {
        var image = "localhost/interop-test-" + UUID.randomUUID().toString().substring(0, 8) + "/slow:1";
        // The first step differs each time, so that no earlier run of this test has it.
        new BuildsFixture(folder.resolve("builds"))
                .dockerfile(
                        NAME,
                        image,
                        "FROM localhost/interop/debian:trixie",
                        "RUN echo " + image + " >/finished",
                        "RUN echo begun: $((1 + 1)) && sleep 4 && echo ended: $((2 + 2))");
        var log = folder.resolve("logs").resolve("slow-main.log");

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedBuildTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            await(process, log, "begun: 2\n");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(log).content().doesNotContain("ended: 4\n");

        var said = Collections.synchronizedList(new ArrayList<String>());
        try (var engine = Engine.connect()) {
            try {
                assertThat(engine.findImage(image)).isEmpty();
                var builder =
                        new ImageBuilder(engine, options(folder).withProgress(said::add), BuildsFixture.noReleases());
                assertThat(builder.build(builder.named(NAME)))
                        .extracting(BuildResult::state)
                        .containsExactly(State.BUILT);
            } finally {
                engine.removeImage(image);
            }
        }
        assertThat(said)
                .first()
                .asString()
                .contains("1 to build: slow (cost unknown, goes on where it was interrupted)");
        assertThat(log).content().containsPattern("(CACHED|Using cache)").contains("ended: 4\n");
    }

    private void await(Process process, Path log, String line) throws IOException, InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(log) || !Files.readString(log).contains(line)) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("output")))
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static BuildOptions options(Path folder) {
        return BuildOptions.defaults(List.of(folder.resolve("builds")), folder.resolve("logs"));
    }

    /** Builds in a process of its own. */
    public static void main(String... folder) {
        try (var engine = Engine.connect()) {
            var builder = new ImageBuilder(engine, options(Path.of(folder[0])), BuildsFixture.noReleases());
            builder.build(builder.named(NAME));
        }
    }
}
