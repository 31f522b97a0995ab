package dev.interop.testbed.docker;

import java.util.List;
import java.util.Locale;

/** What helps when an image could not be pulled, by the container engine's message. */
enum PullRemedy {
    /** The registry has the image for other platforms. */
    PLATFORM(
            List.of("no matching manifest", "no match for platform"),
            "the registry has it for other platforms only: name an image that is made for this machine's"),
    /** The registry was reached, and wants a login, or does not tell a missing image from a hidden one. */
    LOGIN(
            List.of("denied", "unauthorized", "authentication required", "no basic auth"),
            "check its name; if its registry wants a login: docker login"),
    /** The registry has no such image. */
    NAME(
            List.of("manifest unknown", "name unknown", "not found", "does not exist"),
            "its registry has no such image: check name and tag"),
    /** The registry did not answer. */
    NETWORK(
            List.of(),
            "its registry was not reached: check the network, the proxy and the trusted certificates of the container engine");

    private final List<String> signs;
    private final String text;

    PullRemedy(List<String> signs, String text) {
        this.signs = signs;
        this.text = text;
    }

    /** The remedy for this message. */
    static String of(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        for (var it : values()) {
            if (it.signs.stream().anyMatch(lower::contains)) {
                return it.text;
            }
        }
        return NETWORK.text;
    }
}
