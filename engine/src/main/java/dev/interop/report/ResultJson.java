package dev.interop.report;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.result.RunResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes {@code result.json} in the format of the public QUIC runner, for its web page and other readers. A test case
 * that measures, or has a measured value in the run, is a measurement.
 */
@API(status = Status.INTERNAL)
public final class ResultJson {
    /** QUIC version 1 (RFC 9000 §15) in that runner's spelling. */
    private static final String QUIC_VERSION = "0x1";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * Writes the file.
     *
     * @param logDir the folder of the logs, as the page links to it
     * @throws IOException when it cannot be written
     */
    public void write(Path file, RunResult run, String logDir) throws IOException {
        json.writeValue(file.toFile(), tree(run, logDir));
    }

    private static ObjectNode tree(RunResult run, String logDir) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("start_time", epochSeconds(run.started()));
        root.put("end_time", epochSeconds(run.ended()));
        root.put("log_dir", logDir);
        names(root.putArray("servers"), run.servers());
        names(root.putArray("clients"), run.clients());
        urls(root.putObject("urls"), run);
        tests(root.putObject("tests"), run.tests());
        root.put("quic_version", QUIC_VERSION);
        var results = root.putArray("results");
        var measurements = root.putArray("measurements");
        var fields = run.cells().stream().collect(Collectors.groupingBy(Field::of));
        var measured = run.cells().stream()
                .filter(it -> it.measurement().isPresent())
                .map(CellResult::test)
                .collect(Collectors.toSet());
        for (var client : run.clients()) {
            for (var server : run.servers()) {
                var pairResults = results.addArray();
                var pairMeasurements = measurements.addArray();
                for (var test : run.tests()) {
                    var cells = fields.getOrDefault(new Field(client.name(), server.name(), test.name()), List.of());
                    var isMeasurement = test.measure().isPresent() || measured.contains(test.name());
                    field(test, cells, isMeasurement, pairResults, pairMeasurements);
                }
            }
        }
        return root;
    }

    private record Field(String client, String server, String test) {
        static Field of(CellResult cell) {
            return new Field(cell.client(), cell.server(), cell.test());
        }
    }

    private static void field(
            TestCase test, List<CellResult> cells, boolean isMeasurement, ArrayNode results, ArrayNode measurements) {
        // The format knows no routes: of the cells of several, the worst decides.
        var cell = MatrixView.worst(cells.stream());
        var result = cell.flatMap(ResultJson::result);
        if (!isMeasurement) {
            item(results.addObject(), test, cell, result);
        } else if (result.isPresent()) {
            var item = item(measurements.addObject(), test, cell, result);
            item.put(
                    "details",
                    cell.flatMap(CellResult::measurement).map(Measured::text).orElse(""));
        }
    }

    /** The page takes the name for the folder of the logs, below the pair's: with several routes, it has the route. */
    private static ObjectNode item(ObjectNode item, TestCase test, Optional<CellResult> cell, Optional<String> result) {
        item.put("abbr", test.letter());
        item.put("name", cell.map(it -> it.cell().withinPair()).orElse(test.name()));
        // Beyond that format: its readers ignore what they do not know.
        cell.flatMap(CellResult::reused).ifPresent(it -> item.put("reused", it.toString()));
        return item.put("result", result.orElse(null));
    }

    /** That runner has three outcomes; outcomes without a counterpart are no result of the implementations. */
    private static Optional<String> result(CellResult cell) {
        var outcome = cell.verdict().outcome();
        return switch (outcome) {
            case SUCCEEDED, FAILED, UNSUPPORTED -> Optional.of(outcome.label());
            case UNDECIDED, SKIPPED, ERROR -> Optional.empty();
        };
    }

    private static void names(ArrayNode array, List<Implementation> implementations) {
        implementations.forEach(it -> array.add(it.name()));
    }

    private static void urls(ObjectNode urls, RunResult run) {
        Stream.concat(run.clients().stream(), run.servers().stream())
                .forEach(it -> urls.put(it.name(), it.url().orElse("")));
    }

    private static void tests(ObjectNode tests, List<TestCase> all) {
        for (var it : all) {
            tests.putObject(it.letter()).put("name", it.name()).put("desc", it.description());
        }
    }

    private static BigDecimal epochSeconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
}
