package dev.interop.quic;

/** What the simulator does to a share of the packets, in both directions. */
enum Impairment {
    /** Packets are dropped. */
    LOSS("drop-rate", "drops"),
    /** Packets are delivered with an altered byte. */
    CORRUPTION("corrupt-rate", "alters");

    private static final int MOST_IN_A_ROW = 3;

    private final String scenario;
    private final String verb;

    Impairment(String scenario, String verb) {
        this.scenario = scenario;
        this.verb = verb;
    }

    /** The network in words, such as {@code a network that drops 30 % of the packets}. */
    String description(int percent) {
        return "a network that %s %s %% of the packets".formatted(verb, percent);
    }

    /** The scenario in which this happens to a share of the packets. */
    String scenario(int percent) {
        return Link.scenario(
                scenario,
                "--rate_to_server=%1$d --rate_to_client=%1$d --burst_to_server=%2$d --burst_to_client=%2$d"
                        .formatted(percent, MOST_IN_A_ROW));
    }
}
