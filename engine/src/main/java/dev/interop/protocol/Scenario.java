package dev.interop.protocol;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A scenario of the network simulator: a name and options, such as {@code simple-p2p --delay=15ms}. The words are
 * passed to the simulator unchanged.
 *
 * @param words the name and the options
 */
@API(status = Status.EXPERIMENTAL)
public record Scenario(String words) {
    /** The scenarios of the product's simulator. */
    public static final List<String> STANDARD =
            List.of("simple-p2p", "drop-rate", "corrupt-rate", "droplist", "corruptlist", "blackhole", "rebind");

    /**
     * The simulator gets the words as an environment variable, for which Linux has 128 KiB; that is room for about 9,000
     * alterations, and for a seed.
     */
    static final int MOST_CHARACTERS = 131_000;

    private static final String ALTERATIONS = "corruptlist";

    /** The options of the link between both networks, which every scenario of the product's simulator takes. */
    private static final Set<String> LINK = Set.of("--delay", "--bandwidth", "--queue");

    /** The number of characters by which a message names a scenario that is too long. */
    private static final int SHOWN = 40;

    private static final Set<String> RANDOM = Set.of("drop-rate", "corrupt-rate");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9][a-z0-9_-]*( +--[a-z][a-z_-]*(=\\S+)?)*");

    /** The scenario's name: its first word. */
    public String name() {
        return words.split(" ", 2)[0];
    }

    /** The options of the link, such as {@code --delay=15ms}, in their order. */
    public List<String> link() {
        return Stream.of(words.split(" +"))
                .skip(1)
                .filter(it -> LINK.contains(it.split("=", 2)[0]))
                .toList();
    }

    /** Whether the simulator drops or alters packets at random. */
    public boolean isRandom() {
        return RANDOM.contains(name());
    }

    /** Whether bytes of given packets are replaced. */
    public boolean isListOfAlterations() {
        return name().equals(ALTERATIONS);
    }

    /**
     * Returns this scenario if its syntax is valid and its name is known.
     *
     * @param known the names that a protocol knows
     * @param where the parameter or test case that names the scenario, for messages
     * @throws UserError otherwise, with the nearest name
     */
    public Scenario checked(List<String> known, String where) {
        if (words.length() > MOST_CHARACTERS) {
            throw new UserError(
                    "%s: the scenario '%s …' has %s characters, and the simulator takes at most %s; list fewer packets"
                            .formatted(
                                    where, Printable.of(words.substring(0, SHOWN)), words.length(), MOST_CHARACTERS));
        }
        if (!WORDS.matcher(words).matches()) {
            throw new UserError(
                    "%s: '%s' is not a scenario; write a name and options, such as 'simple-p2p --delay=15ms'"
                            .formatted(where, Printable.of(words)));
        }
        if (!known.contains(name())) {
            throw new UserError("%s: scenario '%s' is not known; %s"
                    .formatted(
                            where,
                            name(),
                            NearestName.of(name(), known)
                                    .map("did you mean '%s'?"::formatted)
                                    .orElse("there are " + String.join(" and ", known))));
        }
        return this;
    }
}
