package dev.interop.quic;

/** The simulated link that test cases share unless they are about it: that of the public QUIC runner. */
final class Link {
    private static final String OPTIONS = "--delay=15ms --bandwidth=10Mbps --queue=25";

    private Link() {}

    /**
     * A scenario over this link.
     *
     * @param name the scenario's name, such as {@code blackhole}
     * @param options its own options
     */
    static String scenario(String name, String options) {
        return "%s %s %s".formatted(name, OPTIONS, options);
    }
}
