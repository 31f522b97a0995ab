package dev.interop.registry;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What an implementation's endpoint plays in a cell. A protocol names its own roles; two roles of the same label are
 * the same.
 *
 * @param label as registries, environment variables and folders spell it, such as {@code client}: lower case letters,
 *     digits and hyphens
 */
@API(status = Status.EXPERIMENTAL)
public record Role(String label) implements Comparable<Role> {
    /** Opens connections. */
    public static final Role CLIENT = new Role("client");

    /** Answers connections. */
    public static final Role SERVER = new Role("server");

    private static final String LABEL = "[a-z][a-z0-9-]{0,31}";

    public Role {
        if (!label.matches(LABEL)) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a role: use lower case letters, digits and hyphens".formatted(label));
        }
    }

    @Override
    public int compareTo(Role other) {
        return label.compareTo(other.label);
    }
}
