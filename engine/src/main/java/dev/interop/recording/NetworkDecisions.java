package dev.interop.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.interop.UserError;
import dev.interop.recording.NetworkDecision.Direction;
import dev.interop.recording.NetworkDecision.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The decisions of the simulator's scenario in one cell, in their order.
 *
 * @param decisions one for each packet that did not pass unchanged, or that a list of alterations missed
 * @param omitted the number of further decisions that the simulator did not write
 */
@API(status = Status.EXPERIMENTAL)
public record NetworkDecisions(List<NetworkDecision> decisions, long omitted) {
    /** The name of the file in the simulator's folder of a recording. */
    public static final String FILE = "decisions.jsonl";

    private static final int FORMAT = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public NetworkDecisions {
        decisions = List.copyOf(decisions);
    }

    /**
     * Reads the decisions of a recording; empty if its simulator wrote none.
     *
     * @param folder the folder of the recording
     * @throws UserError when they cannot be read
     */
    public static Optional<NetworkDecisions> of(Path folder) {
        var file = folder.resolve(ContainerRole.SIM.label()).resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return Optional.of(read(lines.toList()));
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read as decisions of the simulator: " + e.getMessage(), e);
        }
    }

    private static NetworkDecisions read(List<String> lines) throws JsonProcessingException {
        var decisions = new ArrayList<NetworkDecision>();
        var omitted = 0L;
        for (var i = 0; i < lines.size(); i++) {
            var line = JSON.readTree(lines.get(i));
            if (i == 0) {
                if (line.path("format").asInt() != FORMAT) {
                    throw new UserError(FILE + ": is not in format " + FORMAT);
                }
            } else if (line.has("omitted")) {
                omitted = line.get("omitted").asLong();
            } else {
                decisions.add(JSON.treeToValue(line, NetworkDecision.class));
            }
        }
        return new NetworkDecisions(decisions, omitted);
    }

    /**
     * The scenario that decides the same by lists of packets, over the same link.
     *
     * @param link the options of the link in the scenario that decided
     * @throws UserError when there is none
     */
    public String asScenario(List<String> link) {
        if (omitted > 0) {
            throw new UserError("the simulator left out " + omitted + " decisions; replay with the same seed");
        }
        if (decisions.stream().anyMatch(it -> it.packet().isEmpty() || it.decision() == Kind.REBOUND)) {
            throw new UserError("a scenario that depends on the time cannot be given as a list of packets");
        }
        var altered = decisions.stream().anyMatch(it -> it.decision() != Kind.DROPPED);
        var words = Stream.concat(
                Stream.of(decisions.isEmpty() ? "simple-p2p" : altered ? "corruptlist" : "droplist"),
                Stream.concat(link.stream(), Stream.of(Direction.values()).flatMap(it -> list(it, altered))));
        return words.collect(Collectors.joining(" "));
    }

    /** The packets that a list of alterations missed, since they are shorter than those that the list was made from. */
    public List<NetworkDecision> missed() {
        return decisions.stream().filter(it -> it.decision() == Kind.MISSED).toList();
    }

    private Stream<String> list(Direction direction, boolean altered) {
        var items = decisions.stream()
                .filter(it -> it.direction() == direction)
                .map(NetworkDecisions::item)
                .collect(Collectors.joining(","));
        return items.isEmpty()
                ? Stream.empty()
                : Stream.of("--%s_%s=%s".formatted(altered ? "alters" : "drops", direction.suffix(), items));
    }

    private static String item(NetworkDecision decision) {
        var packet = decision.packet().orElseThrow();
        return decision.decision() == Kind.DROPPED
                ? Long.toString(packet)
                : packet + ":" + decision.offset().orElseThrow() + ":"
                        + decision.after().orElseThrow();
    }
}
