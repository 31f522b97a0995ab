package dev.interop.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildTest {
    private static final Build.Process SELF = Build.Process.of(ProcessHandle.current());

    @Test
    void aJvmThatSurefireForkedBelongsToTheProcessThatForkedItEvenThroughAShell() throws Exception {
        assertThat(forked("-Dsurefire.real.class.path=x")).isEqualTo(SELF.pid() + " false");
    }

    @Test
    void aWorkerOfGradleIsKnownToHaveADaemonAboveIt() throws Exception {
        assertThat(forked("-Dorg.gradle.test.worker=1")).isEqualTo(SELF.pid() + " true");
    }

    @Test
    void anyOtherJvmIsABuildOfItsOwn() throws Exception {
        assertThat(forked("-Dx=y")).isNotEqualTo(SELF.pid() + " false").endsWith(" false");
        assertThat(Build.current("", new Properties()).process()).isEqualTo(SELF);
    }

    @Test
    void aNameTellsBuildsOfOneProcessApart() {
        var monday = new Build("monday", SELF, false);

        assertThat(monday.isSame(new Build("tuesday", SELF, false))).isFalse();
        assertThat(monday.isSame(new Build("", SELF, false))).isFalse();
        assertThat(monday.isSame(new Build("monday", new Build.Process(1, SELF.started()), false)))
                .isTrue();
    }

    @Test
    void aLaterProcessOfTheSameNumberIsAnotherBuild() {
        var build = new Build("", SELF, false);
        var rounded = new Build.Process(SELF.pid(), SELF.started().plusSeconds(1));
        var later = new Build.Process(SELF.pid(), SELF.started().plus(Duration.ofMinutes(1)));

        assertThat(build.isSame(new Build("", rounded, false))).isTrue();
        assertThat(build.isSame(new Build("", later, false))).isFalse();
    }

    @Test
    void twoRunsThatNameNoBuildAreOfTwoBuilds() {
        var unknown = Build.read(JsonNodeFactory.instance.objectNode());

        assertThat(unknown.isSame(Build.read(JsonNodeFactory.instance.objectNode())))
                .isFalse();
    }

    private static String forked(String property) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit 0", "sh"));
        command.addAll(List.of(java, property, "-Xshare:auto", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PrintsItsBuild.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.strip();
    }

    /** The program of the forked JVM. */
    static final class PrintsItsBuild {
        private PrintsItsBuild() {}

        public static void main(String[] args) {
            var build = Build.current("", System.getProperties());
            System.out.println(build.process().pid() + " " + build.daemon());
        }
    }
}
