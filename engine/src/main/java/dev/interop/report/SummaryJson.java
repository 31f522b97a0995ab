package dev.interop.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.VersionRelation;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.RemoteEndpoint;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code summary.json} as the public MoQT runner does: an entry a pair and route, made from its cells. A pair
 * passes where no cell of it failed or is in error and at least one succeeded; what came to nothing is skipped.
 */
public final class SummaryJson {
    /** As timeout(1) ends, which that runner uses. */
    private static final int TIMED_OUT = 124;

    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Writes the file.
     *
     * @param plan the run's plan, which knows the routes
     * @throws IOException when it cannot be written
     */
    public void write(Path file, Plan plan, RunResult run) throws IOException {
        json.writeValue(file.toFile(), tree(plan, run));
    }

    private static ObjectNode tree(Plan plan, RunResult run) {
        var results = run.cells().stream().collect(Collectors.toMap(CellResult::id, Function.identity()));
        var root = JsonNodeFactory.instance.objectNode();
        var runs = root.putArray("runs");
        pairs(plan).forEach((way, cells) -> {
            var its = cells.stream()
                    .flatMap(it -> Optional.ofNullable(results.get(it.id())).stream())
                    .toList();
            pair(runs.addObject(), plan, cells.get(0), its);
        });
        root.put("target_version", plan.target().orElse(""));
        root.put("timestamp", run.started().truncatedTo(ChronoUnit.SECONDS).toString());
        return root;
    }

    private static Map<List<String>, List<Cell>> pairs(Plan plan) {
        return plan.all()
                .collect(Collectors.groupingBy(
                        it -> List.of(
                                it.client().name(),
                                it.server().name(),
                                it.route().label()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static void pair(ObjectNode entry, Plan plan, Cell cell, List<CellResult> results) {
        var remote = cell.route().remote();
        entry.put("client", cell.client().name()).put("relay", cell.server().name());
        entry.put("version", cell.route().version().orElse(""));
        entry.put(
                "classification",
                cell.route().versionRelation().map(VersionRelation::label).orElse(""));
        entry.put("mode", remote.map(it -> "remote-" + it.transport()).orElse("docker"));
        // That runner knows one transport a relay in a container.
        entry.put("transport", cell.route().transport().orElse(""));
        entry.put("target", remote.map(RemoteEndpoint::url).orElseGet(() -> image(plan, cell)));
        var status = status(results);
        entry.put("status", status);
        entry.put("exit_code", exitCode(status, results));
        if (status.equals("skip")) {
            entry.put(
                    "skip_reason",
                    results.stream()
                            .findFirst()
                            .map(it -> it.verdict().reason().text())
                            .orElse("not run"));
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

    private static String image(Plan plan, Cell cell) {
        var endpoint = cell.server().endpoint(plan.protocol().serverRole());
        return cell.route()
                .version()
                .map(endpoint::forDraft)
                .orElse(endpoint)
                .image()
                .orElse("");
    }

    private static String status(List<CellResult> results) {
        var failed = results.stream()
                .filter(it ->
                        it.verdict().outcome() == Outcome.FAILED || it.verdict().outcome() == Outcome.ERROR)
                .toList();
        if (!failed.isEmpty()) {
            return failed.stream().allMatch(it -> it.verdict().reason().code() == ReasonCode.TIME_LIMIT)
                    ? "timeout"
                    : "fail";
        }
        return results.stream().anyMatch(it -> it.verdict().outcome() == Outcome.SUCCEEDED) ? "pass" : "skip";
    }

    /** The client's; of several cells the first that is not 0, which of a pair that passes says nothing of the pair. */
    private static int exitCode(String status, List<CellResult> results) {
        return switch (status) {
            case "timeout" -> TIMED_OUT;
            case "pass" -> 0;
            // A contradicted pass has no other.
            case "fail" ->
                firstNotZero(results.stream()
                                .filter(it -> it.verdict().outcome() == Outcome.FAILED
                                        || it.verdict().outcome() == Outcome.ERROR))
                        .orElse(1);
            default -> firstNotZero(results.stream()).orElse(0);
        };
    }

    private static OptionalInt firstNotZero(Stream<CellResult> results) {
        return results.flatMap(it ->
                        Optional.ofNullable(it.endings().get(ContainerRole.CLIENT))
                                .map(ContainerEnd::exitCode)
                                .stream())
                .flatMapToInt(OptionalInt::stream)
                .filter(it -> it != 0)
                .findFirst();
    }
}
