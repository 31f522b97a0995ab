package dev.interop.testbed.docker;

import java.util.List;

/** What a container sees of the network. */
public sealed interface Networking {
    /** A network namespace of its own. */
    static Networking own(String hostname, List<String> hosts, List<Attachment> networks) {
        return new Own(hostname, hosts, networks);
    }

    /** The network namespace of another container, with its name and its hosts; the folders that it shares come too. */
    static Networking joined(String container) {
        return new Joined(container);
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
     * The namespace of another container, and its folders.
     *
     * @param container its id
     */
    record Joined(String container) implements Networking {}

    /** No network at all. */
    record None() implements Networking {}
}
