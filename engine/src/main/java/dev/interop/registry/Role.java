package dev.interop.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an implementation's endpoint plays in a cell. */
public enum Role {
    /** Opens connections and asks for files (QUIC, WebTransport) or runs the test case (MoQT). */
    CLIENT,
    /** Answers connections (QUIC, WebTransport). */
    SERVER,
    /** Forwards between publishers and subscribers (MoQT). */
    RELAY,
    /** Publishes only (MoQT). */
    PUBLISHER,
    /** Subscribes only (MoQT). */
    SUBSCRIBER;

    /** The role as registries, environment variables and folders spell it: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this {@link #label()}, if there is one. */
    public static Optional<Role> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
