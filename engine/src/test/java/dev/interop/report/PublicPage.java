package dev.interop.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a result.json like the public runner's web page: with the same keys, order and indices. */
final class PublicPage {
    private final JsonNode result;

    PublicPage(JsonNode result) {
        this.result = result;
    }

    /** The header of the page: start, duration and version. */
    String header() {
        var start = result.required("start_time").decimalValue();
        var end = result.required("end_time").decimalValue();
        var started =
                Instant.ofEpochMilli(start.multiply(BigDecimal.valueOf(1000)).longValueExact());
        return "%s, %d s, version %s"
                .formatted(
                        started,
                        end.subtract(start).longValue(),
                        result.required("quic_version").textValue());
    }

    /** The buttons of test cases, with their tooltips. */
    List<String> filters() {
        var filters = new ArrayList<String>();
        result.required("tests")
                .properties()
                .forEach(it -> filters.add("%s: %s, %s"
                        .formatted(
                                it.getKey(),
                                it.getValue().required("name").textValue(),
                                it.getValue().required("desc").textValue())));
        return filters;
    }

    /** Whether every heading links to {@code pattern} with its name inserted. */
    boolean links(String pattern) {
        var names = new ArrayList<JsonNode>();
        result.required("clients").forEach(names::add);
        result.required("servers").forEach(names::add);
        return names.stream()
                .map(JsonNode::textValue)
                .allMatch(it -> result.required("urls").required(it).textValue().equals(pattern.formatted(it)));
    }

    /** The buttons in a field of the matrix: succeeded, then unsupported, then failed test cases. */
    List<String> field(String client, String server) {
        var buttons = new ArrayList<String>();
        for (var shown : List.of("succeeded", "unsupported", "failed")) {
            for (var item : result.required("results").get(index(client, server))) {
                if (!shown.equals(item.required("result").textValue())) {
                    continue;
                }
                var text = shown + " " + item.required("abbr").textValue();
                var link = " logs/%s/%s_%s/%s"
                        .formatted(
                                result.required("log_dir").textValue(),
                                server,
                                client,
                                item.required("name").textValue());
                buttons.add(shown.equals("unsupported") ? text : text + link);
            }
        }
        return buttons;
    }

    /** The buttons in a field of the measurements' table. */
    List<String> measurements(String client, String server) {
        var buttons = new ArrayList<String>();
        for (var item : result.required("measurements").get(index(client, server))) {
            var outcome = item.required("result").textValue();
            var text = outcome + " " + item.required("abbr").textValue();
            buttons.add(
                    outcome.equals("succeeded")
                            ? text + ": " + item.required("details").textValue()
                            : text);
        }
        return buttons;
    }

    /** The index of a field: rows are clients, columns are servers. */
    private int index(String client, String server) {
        int index = 0;
        for (var c : result.required("clients")) {
            for (var s : result.required("servers")) {
                if (c.textValue().equals(client) && s.textValue().equals(server)) {
                    return index;
                }
                index++;
            }
        }
        throw new AssertionError(client + " and " + server + " are not in the file");
    }
}
