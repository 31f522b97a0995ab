package dev.interop.run;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Caller;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import dev.interop.recording.CellRoute;
import dev.interop.report.Repetition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
    @Test
    void aUserOfTheCommandLineHasTheCommandAsCalledAndItNamesTheRun() {
        var settings = Settings.read(source(Map.of()).of(new Caller.CommandLine("bin/interop")));

        assertThat(Repetitions.of(settings, 5, Path.of("my runs", "one"))
                        .of(cell("a", "b", "t").build()))
                .isEqualTo("bin/interop replay quic/b_a/t --in 'my runs/one'");
    }

    @Test
    void aCommandInAFolderWithASpaceIsOneWordOfAShell() {
        assertThat(Repetition.byCommand("/my tools/bin/interop")
                        .of(cell("a", "b", "t").build()))
                .isEqualTo("'/my tools/bin/interop' replay quic/b_a/t");
    }

    @Test
    void aBuildHasTheParametersOfTheCellsRouteAndMode() {
        var values = new Properties();
        values.setProperty("interop.scenario", "drop-rate --delay=15ms");
        values.setProperty("interop.moqt.cases", "all");
        values.setProperty("interop.moqt.verdict", "wire");
        var settings = Settings.read(ParameterSource.of(values));

        assertThat(Repetitions.of(settings, 5, Path.of("run"))
                        .of(cell("a", "b", "all").way("draft-18", "quic").build()))
                .isEqualTo("-Dinterop.clients=a -Dinterop.servers=b -Dinterop.tests=all -Dinterop.seed=0x5"
                        + " -Dinterop.draft=draft-18 -Dinterop.route=quic"
                        + " '-Dinterop.scenario=drop-rate --delay=15ms' -Dinterop.moqt.cases=all");
    }

    @Test
    void aBuildKeepsTheRegistriesOverTheOthers() {
        var values = new Properties();
        values.setProperty("interop.registry.extra", "mine.json,my own.json");

        assertThat(Repetitions.of(Settings.read(ParameterSource.of(values)), 5, Path.of("run"))
                        .of(cell("a", "b", "t").build()))
                .isEqualTo("'-Dinterop.registry.extra=mine.json,my own.json' -Dinterop.clients=a -Dinterop.servers=b"
                        + " -Dinterop.tests=t -Dinterop.seed=0x5");
    }

    @Test
    void twoRemoteEndpointsOfOneTransportHaveDifferentParameters() {
        var repetition = Repetitions.of(Settings.read(source(Map.of())), 5, Path.of("run"));

        assertThat(List.of("remote-quic", "remote-quic-2"))
                .extracting(it ->
                        repetition.of(cell("a", "b", "t").route(remote(it)).build()))
                .containsExactly(
                        "-Dinterop.clients=a -Dinterop.servers=b -Dinterop.tests=t -Dinterop.seed=0x5"
                                + " -Dinterop.route=remote-quic",
                        "-Dinterop.clients=a -Dinterop.servers=b -Dinterop.tests=t -Dinterop.seed=0x5"
                                + " -Dinterop.route=remote-quic-2");
    }

    private static CellRoute remote(String label) {
        return new CellRoute(
                label, Optional.of("quic"), Optional.empty(), Optional.empty(), Optional.of("x://" + label));
    }

    private static ParameterSource source(Map<Parameter<?>, String> values) {
        return parameter -> Optional.ofNullable(values.get(parameter));
    }
}
