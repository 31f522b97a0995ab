package dev.interop.run;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Caller;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
    @Test
    void aUserOfTheCommandLineHasACommand() {
        var settings = Settings.read(source(Map.of()).of(Caller.COMMAND_LINE));

        assertThat(Repetitions.of(settings, 5).of(cell("a", "b", "t").build()))
                .isEqualTo("./interop replay quic/b_a/t");
    }

    @Test
    void aBuildHasTheParametersOfTheCellsRouteAndMode() {
        var settings =
                Settings.read(source(Map.of(Parameter.SCENARIO, "drop-rate --delay=15ms", Parameter.CASES, "all")));

        assertThat(Repetitions.of(settings, 5)
                        .of(cell("a", "b", "all").way("draft-18", "quic").build()))
                .isEqualTo("-Dinterop.clients=a -Dinterop.servers=b -Dinterop.tests=all -Dinterop.seed=0x5"
                        + " -Dinterop.transport=quic -Dinterop.draft=draft-18 -Dinterop.place=docker"
                        + " '-Dinterop.scenario=drop-rate --delay=15ms' -Dinterop.moqt.cases=all");
    }

    private static ParameterSource source(Map<Parameter<?>, String> values) {
        return parameter -> Optional.ofNullable(values.get(parameter));
    }
}
