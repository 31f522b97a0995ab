package dev.interop.run;

import dev.interop.config.Caller;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Settings;
import dev.interop.plan.Seeds;
import dev.interop.protocol.RunMode;
import dev.interop.report.Repetition;
import dev.interop.result.CellResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How the caller of a run repeats one of its cells. */
@API(status = Status.INTERNAL)
public final class Repetitions {
    private static final Pattern PLAIN = Pattern.compile("[\\w.,:=/+-]+");

    private Repetitions() {}

    /**
     * The way of the run's caller: a command, or the parameters that every build and IDE can pass.
     *
     * @param seed the run's seed, from which the cell's is derived
     * @param run the run's folder
     */
    public static Repetition of(Settings settings, long seed, Path run) {
        return settings.caller() instanceof Caller.CommandLine user
                ? Repetition.byCommand(user.command(), run)
                : cell -> parameters(cell, settings, seed).entrySet().stream()
                        .map(it -> property(it.getKey(), it.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static Map<String, String> parameters(CellResult cell, Settings settings, long seed) {
        var values = new LinkedHashMap<String, String>();
        var extra = settings.registries().extra();
        if (!extra.isEmpty()) {
            values.put(
                    MatrixParameters.EXTRA.key(),
                    extra.stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        values.put(MatrixParameters.CLIENTS.key(), cell.client());
        values.put(MatrixParameters.SERVERS.key(), cell.server());
        values.put(MatrixParameters.TESTS.key(), cell.test());
        values.put(ExecutionParameters.SEED.key(), Seeds.format(seed));
        var route = cell.route();
        route.version().ifPresent(it -> values.put(MatrixParameters.DRAFT.key(), it.name()));
        if (!route.label().isEmpty()) {
            values.put(MatrixParameters.ROUTE.key(), route.label());
        }
        RunMode mode = settings.cells().runMode();
        mode.scenario().ifPresent(it -> values.put(MatrixParameters.SCENARIO.key(), it));
        values.putAll(mode.settings());
        return values;
    }

    /** A parameter as a shell's word. */
    private static String property(String key, String value) {
        var property = "-D" + key + "=" + value;
        return PLAIN.matcher(property).matches() ? property : "'" + property.replace("'", "'\\''") + "'";
    }
}
