package dev.interop.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.expectation.CellReleases;
import dev.interop.expectation.SeenCell;
import dev.interop.result.CellStatus;
import dev.interop.verdict.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A line of the history: a run, the end of a run, or a cell. */
sealed interface HistoryLine {
    String CLIENT_RELEASE = "clientRelease";
    String SERVER_RELEASE = "serverRelease";
    String REPORTED = "reported";
    String PATH = "path";
    String PASSED = "passed";

    /** A run begins. */
    record Begin(RunEntry run) implements HistoryLine {}

    /** A run ended, and has this many cells. */
    record End(String run, int cells) implements HistoryLine {}

    /** A cell ended. */
    record Cell(CellEntry cell) implements HistoryLine {}

    /** Formats a line, without the line end. */
    static String write(HistoryLine line) {
        return ChecksummedLine.write(tree(line).toString());
    }

    private static ObjectNode tree(HistoryLine line) {
        var json = JsonNodeFactory.instance.objectNode();
        if (line instanceof Begin begin) {
            var run = begin.run();
            json.put("run", run.name()).put("build", run.build()).put("folder", run.folder());
            put(json, "report", run.report());
            return json;
        }
        if (line instanceof End end) {
            return json.put("run", end.run()).put("cells", end.cells());
        }
        var cell = ((Cell) line).cell();
        json.put("run", cell.run()).put("cell", cell.key().cell());
        put(json, "scenario", Optional.of(cell.key().scenario()).filter(it -> !it.isEmpty()));
        json.put("outcome", cell.outcome().label());
        if (cell.flaky()) {
            json.put("flaky", true);
        }
        if (cell.status() != status(cell.outcome(), cell.flaky())) {
            json.put("status", cell.status().name().toLowerCase(Locale.ROOT));
        }
        if (cell.reused()) {
            json.put("reused", true);
        }
        put(json, CLIENT_RELEASE, cell.details().releases().client());
        put(json, SERVER_RELEASE, cell.details().releases().server());
        if (!cell.details().reported().isEmpty()) {
            var reported = json.putArray(REPORTED);
            cell.details().reported().forEach(it -> {
                var part = reported.addObject();
                it.path().forEach(part.putArray(PATH)::add);
                part.put(PASSED, it.passed());
            });
        }
        cell.seconds().ifPresent(it -> json.put("seconds", Math.round(it * 1000) / 1000.0));
        cell.seed().ifPresent(it -> json.put("seed", it));
        put(json, "inputs", cell.inputs());
        // As text: it keeps its own format, which this one does not know.
        put(json, "result", cell.result());
        return json;
    }

    private static void put(ObjectNode json, String name, Optional<String> value) {
        value.ifPresent(it -> json.put(name, it));
    }

    /** Reads a line that {@link #write} formatted; empty if it is damaged. */
    static Optional<HistoryLine> read(String line, ObjectMapper json) {
        return ChecksummedLine.read(line).flatMap(it -> {
            try {
                return parsed(json.readTree(it));
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<HistoryLine> parsed(JsonNode json) {
        var name = json.path("run").asText();
        if (json.has("cell")) {
            return outcome(json.path("outcome").asText()).map(it -> new Cell(cell(json, name, it)));
        }
        if (json.has("cells")) {
            return Optional.of(new End(name, json.path("cells").asInt()));
        }
        return RunEntry.named(name)
                .map(it -> new Begin(new RunEntry(
                        it.started(),
                        it.matrix(),
                        json.path("build").asText(),
                        json.path("folder").asText(),
                        text(json, "report"))));
    }

    private static CellEntry cell(JsonNode json, String run, Outcome outcome) {
        var flaky = json.path("flaky").asBoolean();
        return new CellEntry(
                run,
                new CellKey(json.path("cell").asText(), json.path("scenario").asText()),
                outcome,
                flaky,
                text(json, "status").flatMap(HistoryLine::status).orElseGet(() -> status(outcome, flaky)),
                json.path("reused").asBoolean(),
                json.has("seconds") ? OptionalDouble.of(json.path("seconds").asDouble()) : OptionalDouble.empty(),
                json.has("seed") ? OptionalLong.of(json.path("seed").asLong()) : OptionalLong.empty(),
                text(json, "inputs"),
                details(json));
    }

    /** Lines of earlier versions have the result at most. */
    private static CellDetails details(JsonNode json) {
        var reported = new ArrayList<SeenCell.Part>();
        for (var part : json.path(REPORTED)) {
            var path = new ArrayList<String>();
            part.path(PATH).forEach(it -> path.add(it.asText()));
            reported.add(new SeenCell.Part(path, part.path(PASSED).asBoolean()));
        }
        return new CellDetails(
                new CellReleases(text(json, CLIENT_RELEASE), text(json, SERVER_RELEASE)),
                reported,
                text(json, "result"));
    }

    /** The status where nothing was known of the cell; lines of earlier versions say no other. */
    private static CellStatus status(Outcome outcome, boolean flaky) {
        return flaky ? CellStatus.FLAKY : CellStatus.of(outcome);
    }

    private static Optional<CellStatus> status(String word) {
        return Arrays.stream(CellStatus.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Optional<Outcome> outcome(String label) {
        return Arrays.stream(Outcome.values())
                .filter(it -> it.label().equals(label))
                .findFirst();
    }
}
