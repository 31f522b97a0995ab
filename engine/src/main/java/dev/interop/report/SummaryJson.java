package dev.interop.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.ProtocolVersion;
import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes {@code summary.json} in the format of the public MoQT runner: an entry for each pair and route, made from its
 * cells. A pair passes if none of its cells failed or is an error and at least one succeeded. A pair without any of
 * these is skipped.
 */
@API(status = Status.INTERNAL)
public final class SummaryJson {
    /** The exit code of timeout(1), which that runner uses. */
    private static final int TIMED_OUT = 124;

    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Writes the file.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file, RunResult run) throws IOException {
        json.writeValue(file.toFile(), tree(run));
    }

    private static ObjectNode tree(RunResult run) {
        var root = JsonNodeFactory.instance.objectNode();
        var runs = root.putArray("runs");
        run.cells().stream()
                .collect(Collectors.groupingBy(Pair::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((pair, cells) -> pair(runs.addObject(), pair, run, cells));
        var marks = root.putArray("peer_marks");
        PeerMark.of(run.cells()).forEach(it -> it.write(marks.addObject()));
        root.put("target_version", run.target().map(ProtocolVersion::name).orElse(""));
        root.put("timestamp", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
        return root;
    }

    private record Pair(String client, String server, CellRoute route) {
        static Pair of(CellResult cell) {
            return new Pair(cell.client(), cell.server(), cell.route());
        }
    }

    private static void pair(ObjectNode entry, Pair pair, RunResult run, List<CellResult> results) {
        var route = pair.route();
        var transport = route.transport().orElse("");
        entry.put("client", pair.client()).put("relay", pair.server());
        entry.put("version", route.version().map(ProtocolVersion::name).orElse(""));
        entry.put("classification", route.relation().orElse(""));
        entry.put("mode", route.toRemote() ? "remote-" + transport : "docker");
        // That runner knows one transport for each relay in a container.
        entry.put("transport", transport);
        entry.put("target", route.url().orElseGet(() -> image(run, pair)));
        var status = status(results);
        entry.put("status", status);
        entry.put("exit_code", exitCode(status, results));
        if (status.equals("skip")) {
            entry.put("skip_reason", results.get(0).verdict().reason().text());
        }
        var counts = entry.putObject("cells");
        for (var outcome : Outcome.values()) {
            var count = results.stream()
                    .filter(it -> it.verdict().outcome() == outcome)
                    .count();
            if (count > 0) {
                counts.put(outcome.label(), count);
            }
        }
    }

    private static String image(RunResult run, Pair pair) {
        return run.servers().stream()
                .filter(it -> it.name().equals(pair.server()))
                .map(it -> it.endpoint(run.protocol().serverRole()))
                .map(it -> pair.route().version().map(it::forDraft).orElse(it))
                .flatMap(it -> it.image().stream())
                .findFirst()
                .orElse("");
    }

    private static String status(List<CellResult> results) {
        var failed = results.stream()
                .filter(it ->
                        it.verdict().outcome() == Outcome.FAILED || it.verdict().outcome() == Outcome.ERROR)
                .toList();
        if (!failed.isEmpty()) {
            return failed.stream().allMatch(it -> it.verdict().reason().code().equals(ReasonCode.TIME_LIMIT))
                    ? "timeout"
                    : "fail";
        }
        return results.stream().anyMatch(it -> it.verdict().outcome() == Outcome.SUCCEEDED) ? "pass" : "skip";
    }

    /** The client's exit code: the first one of the pair's cells that is not 0. If the pair passes, it is 0. */
    private static int exitCode(String status, List<CellResult> results) {
        return switch (status) {
            case "timeout" -> TIMED_OUT;
            case "pass" -> 0;
            // The client of a contradicted pass ended with 0.
            case "fail" ->
                firstNotZero(results.stream()
                                .filter(it -> it.verdict().outcome() == Outcome.FAILED
                                        || it.verdict().outcome() == Outcome.ERROR))
                        .orElse(1);
            default -> firstNotZero(results.stream()).orElse(0);
        };
    }

    private static OptionalInt firstNotZero(Stream<CellResult> results) {
        return results.flatMap(it -> it.ending(ContainerRole.CLIENT).map(ContainerEnd::exitCode).stream())
                .flatMapToInt(OptionalInt::stream)
                .filter(it -> it != 0)
                .findFirst();
    }
}
