package dev.interop.webtransport;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The application protocols that both endpoints offer, in order of preference.
 *
 * @param client the client's list
 * @param server the server's list
 */
record Offers(List<String> client, List<String> server) {
    private static final int EACH = 5;
    private static final int LENGTH = 8;

    Offers {
        client = List.copyOf(client);
        server = List.copyOf(server);
    }

    /** Creates offers of the same single protocol on both sides. */
    static Offers same(long seed) {
        var one = List.of(names(new Random(seed), 1).get(0));
        return new Offers(one, one);
    }

    /** Creates five offers on each side, of which two are in both lists, in opposite order. */
    static Offers crossed(long seed) {
        var random = new Random(seed);
        var names = names(random, 2 * EACH);
        var client = new ArrayList<>(names.subList(0, EACH));
        var server = new ArrayList<>(names.subList(EACH, 2 * EACH));
        var positions = random.ints(0, EACH).distinct().limit(2).sorted().toArray();
        server.set(positions[0], client.get(positions[1]));
        server.set(positions[1], client.get(positions[0]));
        return new Offers(client, server);
    }

    private static List<String> names(Random random, int count) {
        return Stream.generate(() -> name(random)).distinct().limit(count).toList();
    }

    private static String name(Random random) {
        return random.ints(LENGTH, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
