package dev.interop.testbed.docker;

import java.util.List;

/** What a container sees of the network. */
public sealed interface Networking {
    /** A network namespace of its own. */
    static Networking own(String hostname, List<String> hosts, List<Attachment> networks) {
        return new Own(hostname, hosts, networks);
    }

    /** A network namespace of its own in a network that leads out, with the machine's name servers. */
    static Networking open(String hostname, String network) {
        return new Open(hostname, network);
    }

    /** The network namespace of another container, with its name and its hosts. */
    static Networking joined(String container) {
        return new Joined(container);
    }

    /** The network namespace of another container, as {@link #joined}, and nothing else of it. */
    static Networking beside(String container) {
        return new Beside(container);
    }

    /** No network at all. */
    static Networking none() {
        return new None();
    }

    /**
     * A network namespace of its own.
     *
     * @param hostname what it calls itself
     * @param hosts names and addresses for its /etc/hosts, {@code name:address}
     * @param networks one or two
     */
    record Own(String hostname, List<String> hosts, List<Attachment> networks) implements Networking {
        public Own {
            hosts = List.copyOf(hosts);
            networks = List.copyOf(networks);
        }
    }

    /**
     * A network namespace of its own in a network that leads out.
     *
     * @param hostname what it calls itself
     * @param network the network's name
     */
    record Open(String hostname, String network) implements Networking {}

    /**
     * The namespace of another container.
     *
     * @param container its id
     */
    record Joined(String container) implements Networking {}

    /**
     * The namespace of another container, for one who watches it.
     *
     * @param container its id
     */
    record Beside(String container) implements Networking {}

    /** No network at all. */
    record None() implements Networking {}
}
