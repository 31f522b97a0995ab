package dev.interop.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.interop.ProtocolVersion;
import dev.interop.expectation.Expected;
import dev.interop.expectation.SeenCell;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.SeedJson;
import dev.interop.result.Attempts;
import dev.interop.result.CellResult;
import dev.interop.result.Comparison;
import dev.interop.result.EarlierAttempt;
import dev.interop.result.Measured;
import dev.interop.result.MeasuredValues;
import dev.interop.result.PhaseTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A line of {@code cells.jsonl}. Its schema is {@code cells.schema.json} beside this class. */
@JsonPropertyOrder({
    "format",
    "id",
    "protocol",
    "client",
    "server",
    "test",
    "transport",
    "version",
    "route",
    "outcome",
    "reason",
    "findings",
    "checks",
    "images",
    "builds",
    "releases",
    "mounted",
    "seed",
    "scenario",
    "exit",
    "ended",
    "claim",
    "around",
    "measurement",
    "times",
    "span",
    "logs",
    "conditions",
    "earlier",
    "reused",
    "reported",
    "expected"
})
record CellLine(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) String id,
        @JsonUnwrapped CellIdentity cell,
        @JsonUnwrapped VerdictColumns verdict,
        @JsonUnwrapped ContainerColumns containers,

        @JsonSerialize(using = SeedJson.Writer.class) @JsonDeserialize(using = SeedJson.Reader.class)
        long seed,

        @JsonProperty(required = true) String scenario,
        Optional<Measured> measurement,
        Optional<PhaseTimes> times,
        OptionalDouble span,
        @JsonProperty(required = true) String logs,
        Optional<MachineConditions> conditions,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<EarlierAttempt> earlier,

        Optional<String> reused,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<SeenCell.Part> reported,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Expected> expected) {
    /** The format number of {@code cells.jsonl}: incremented whenever older readers would misunderstand a line. */
    static final int FORMAT = 2;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The route's transport, beside the route for readers of the format. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    Optional<String> transport() {
        return cell.route().transport();
    }

    /** The route's version, beside the route for readers of the format. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    Optional<ProtocolVersion> version() {
        return cell.route().version();
    }

    /** Formats a cell as a line, without the line end. */
    static String write(CellResult cell) throws JsonProcessingException {
        return JSON.writeValueAsString(new CellLine(
                FORMAT,
                cell.id(),
                cell.cell(),
                VerdictColumns.of(cell.verdict()),
                ContainerColumns.of(cell.containers()),
                cell.seed(),
                cell.scenario(),
                cell.measurement(),
                cell.times(),
                cell.span(),
                cell.logs(),
                cell.conditions(),
                cell.earlier(),
                cell.reused().map(Instant::toString),
                cell.reported(),
                cell.expected()));
    }

    /**
     * Reads a line that {@link #write} formatted.
     *
     * @throws IllegalArgumentException when the line is no cell, or has another format number
     * @throws JsonProcessingException when the line is not JSON
     */
    static CellResult read(String line) throws JsonProcessingException {
        var tree = JSON.readTree(line);
        // Lines in the first format have no format number.
        var format = tree.path("format").asInt(1);
        if (format != FORMAT && tree.has("id")) {
            throw new IllegalArgumentException(
                    "it is in format %s, and this version of Interop Engine reads format %s; run the cells again"
                            .formatted(format, FORMAT));
        }
        return cell(tree);
    }

    /**
     * Adds marks to a line. They follow from all cells of a run, so readers of lines leave them out.
     *
     * @param line a line that {@link #write} formatted
     * @throws JsonProcessingException when the line is not JSON
     */
    static String mark(String line, List<PeerMark> marks) throws JsonProcessingException {
        var tree = (ObjectNode) JSON.readTree(line);
        var array = tree.putArray("peerMarks");
        marks.forEach(it -> it.write(array.addObject()));
        return JSON.writeValueAsString(tree);
    }

    private static CellResult cell(JsonNode tree) {
        try {
            return JSON.treeToValue(tree, CellLine.class).result();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private CellResult result() {
        return new CellResult(
                cell,
                verdict.verdict(),
                containers.containers(),
                seed,
                scenario,
                times,
                new MeasuredValues(span, measurement),
                logs,
                new Attempts(conditions, earlier, reused.map(Instant::parse)),
                new Comparison(reported, expected));
    }
}
