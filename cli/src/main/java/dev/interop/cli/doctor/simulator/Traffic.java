package dev.interop.cli.doctor.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The output of the endpoints of a measurement.
 *
 * @param arrivals the packets that the server got, in their order
 * @param replies the first bytes of the packets that came back to the client, in their order
 * @param taken the packets that the client asked the server for, in their order
 * @param values what the client measured or counted, by its name; what the server did, behind the word {@code server}
 */
record Traffic(List<Arrival> arrivals, List<byte[]> replies, List<Taken> taken, Map<String, Double> values) {
    /** The server's port that sends packets back. */
    static final int ECHO = 7;
    /** The server's port that only takes packets. */
    static final int SINK = 9;

    Traffic {
        arrivals = List.copyOf(arrivals);
        replies = List.copyOf(replies);
        taken = List.copyOf(taken);
        values = Map.copyOf(values);
    }

    /**
     * A packet that the server got.
     *
     * @param port the server's port
     * @param millis when it came, by a clock of its own
     * @param sourcePort the sender's port
     * @param source the sender's address
     * @param payload the first bytes of its payload
     */
    record Arrival(int port, double millis, int sourcePort, String source, byte[] payload) {
        /** 4 or 6. */
        int family() {
            return source.startsWith("::ffff:") ? 4 : 6;
        }
    }

    /**
     * A packet that the client asked the server for.
     *
     * @param family 4 or 6
     * @param number the number that it repeats
     * @param millis when it came, by a clock of the client's
     */
    record Taken(int family, long number, double millis) {}

    /** Reads the endpoints' outputs, of which a last line may be cut off. */
    static Traffic read(Stream<String> server, Stream<String> client) {
        var arrivals = new ArrayList<Arrival>();
        var replies = new ArrayList<byte[]>();
        var taken = new ArrayList<Taken>();
        var values = new HashMap<String, Double>();
        server.map(it -> it.split(" ")).forEach(it -> {
            if (it[0].equals("got") && it.length == 6 && it[5].length() % 2 == 0) {
                arrivals.add(arrival(it));
            } else if (it.length == 3) {
                values.put("server %s %s".formatted(it[0], it[1]), Double.parseDouble(it[2]));
            }
        });
        client.map(it -> it.split(" ")).forEach(it -> {
            if (it[0].equals("back") && it.length == 2) {
                replies.add(HexFormat.of().parseHex(it[1]));
            } else if (it[0].equals("took") && it.length == 4) {
                taken.add(new Taken(Integer.parseInt(it[1]), Long.parseLong(it[2]), Double.parseDouble(it[3])));
            } else if (it.length == 3) {
                values.put(it[0] + " " + it[1], Double.parseDouble(it[2]));
            } else if (it[0].equals("sent")) {
                values.put("sent", Double.parseDouble(it[1]));
            }
        });
        return new Traffic(arrivals, replies, taken, values);
    }

    private static Arrival arrival(String[] words) {
        return new Arrival(
                Integer.parseInt(words[1]),
                Double.parseDouble(words[2]),
                Integer.parseInt(words[3]),
                words[4],
                HexFormat.of().parseHex(words[5]));
    }

    /** The number in a packet of a flow: the one that most of its words hold. */
    static long number(byte[] payload) {
        var counts = new HashMap<Long, Integer>();
        for (var i = 0; i + 4 <= payload.length; i += 4) {
            counts.merge(word(payload, i), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    /** The number of bytes that differ from the packet that the client sent. */
    static int altered(byte[] payload) {
        var number = number(payload);
        var altered = 0;
        for (var i = 0; i < payload.length; i++) {
            altered += payload[i] == (byte) (number >> 8 * (3 - i % 4)) ? 0 : 1;
        }
        return altered;
    }

    private static long word(byte[] payload, int at) {
        return (payload[at] & 0xffL) << 24
                | (payload[at + 1] & 0xff) << 16
                | (payload[at + 2] & 0xff) << 8
                | payload[at + 3] & 0xff;
    }

    /** The packets of the flow that the server got, of one family. */
    List<Arrival> flow(int family) {
        return arrivals.stream()
                .filter(it -> it.port() == ECHO && it.family() == family)
                .toList();
    }

    /** The numbers of the flow's packets of all families, in the order of their arrival. */
    List<Long> numbers() {
        return arrivals.stream()
                .filter(it -> it.port() == ECHO)
                .map(it -> number(it.payload()))
                .toList();
    }

    /** The numbers of the flow's packets that came back. */
    List<Long> repliedNumbers() {
        return replies.stream().map(Traffic::number).toList();
    }

    /** The number of packets that the client sent in its flow. */
    int sent() {
        return values.getOrDefault("sent", 0.0).intValue();
    }

    /** A value that an endpoint measured or counted. */
    OptionalDouble value(String name) {
        return values.containsKey(name) ? OptionalDouble.of(values.get(name)) : OptionalDouble.empty();
    }
}
