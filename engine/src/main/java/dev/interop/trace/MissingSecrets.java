package dev.interop.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first 1-RTT secrets of one side that keylogs lack while they have that of the other side. A server that the client leaves before it
 * has the client's Finished writes such a keylog. The dissector then decrypts the 1-RTT packets of neither side; with a secret of zeros
 * in the place of the missing one it decrypts those of the other side.
 *
 * @param sides the sides of which a secret is missing
 * @param placeholders lines of a keylog, one for each missing secret
 */
record MissingSecrets(Set<Side> sides, List<String> placeholders) {
    private static final Pattern SECRET =
            Pattern.compile("(CLIENT|SERVER)_TRAFFIC_SECRET_0 ([0-9a-fA-F]{64}) ([0-9a-fA-F]{64,128})\\s*");

    MissingSecrets {
        sides = Set.copyOf(sides);
        placeholders = List.copyOf(placeholders);
    }

    /** The secrets that all of these keylogs together lack. */
    static MissingSecrets in(List<Path> keylogs) throws IOException {
        var lengths = new LinkedHashMap<String, Map<Side, Integer>>();
        for (var keylog : keylogs) {
            try (var lines = Files.lines(keylog, StandardCharsets.ISO_8859_1)) {
                lines.map(SECRET::matcher)
                        .filter(it -> it.matches())
                        .forEach(it -> lengths.computeIfAbsent(
                                        it.group(2).toLowerCase(Locale.ROOT), none -> new EnumMap<>(Side.class))
                                .put(Side.valueOf(it.group(1)), it.group(3).length()));
            }
        }
        var sides = EnumSet.noneOf(Side.class);
        var placeholders = new ArrayList<String>();
        lengths.forEach((connection, known) -> {
            if (known.size() == 1) {
                var missing = known.containsKey(Side.CLIENT) ? Side.SERVER : Side.CLIENT;
                int length = known.values().iterator().next();
                sides.add(missing);
                placeholders.add("%s_TRAFFIC_SECRET_0 %s %s".formatted(missing, connection, "0".repeat(length)));
            }
        });
        return new MissingSecrets(sides, placeholders);
    }

    /** The 1-RTT packets in a dissected capture that were not read for want of a secret. */
    List<UnreadFrames> unread(List<Packet> packets) {
        return sides.stream()
                .sorted()
                .flatMap(side -> unread(side, packets).stream())
                .toList();
    }

    private static Optional<UnreadFrames> unread(Side side, List<Packet> packets) {
        var sealed = packets.stream()
                .filter(it -> it.from() == side
                        && it.type() == PacketType.ONE_RTT
                        && it.contents().isEmpty())
                .mapToLong(Packet::number)
                .distinct()
                .summaryStatistics();
        return sealed.getCount() == 0
                ? Optional.empty()
                : Optional.of(new UnreadFrames(
                        Optional.of(side),
                        OptionalLong.of(sealed.getCount()),
                        OptionalLong.of(sealed.getMin()),
                        "no keylog has the secret of the " + side.label() + "'s 1-RTT packets"));
    }
}
