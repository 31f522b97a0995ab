package dev.interop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.interop.trace.PacketsAround.Neighbour;
import dev.interop.trace.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packets around the one that a finding names, as part of a line of {@code cells.jsonl}, both ways. */
final class PacketContext {
    private PacketContext() {}

    static void write(ArrayNode array, List<Neighbour> around) {
        for (var it : around) {
            var node = array.addObject().put("packet", it.number()).put("time", it.time());
            node.put("from", it.from().label()).put("length", it.length());
            it.packets().forEach(node.putArray("holds")::add);
        }
    }

    /** Empty when there is none; throws {@link IllegalArgumentException} when it is something else. */
    static List<Neighbour> read(JsonNode array) {
        var around = new ArrayList<Neighbour>();
        for (var it : array) {
            var packets = new ArrayList<String>();
            it.path("holds").forEach(packet -> packets.add(packet.asText()));
            around.add(new Neighbour(
                    it.path("packet").asLong(),
                    it.path("time").asDouble(),
                    side(it.path("from").asText()),
                    it.path("length").asInt(),
                    packets));
        }
        return around;
    }

    private static Side side(String label) {
        return Arrays.stream(Side.values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no side".formatted(label)));
    }
}
