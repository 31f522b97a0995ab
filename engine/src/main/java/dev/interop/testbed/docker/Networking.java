package dev.interop.testbed.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A container's access to the network. */
@API(status = Status.INTERNAL)
public sealed interface Networking {
    /** A network namespace of its own. */
    static Networking own(String hostname, List<String> hosts, List<NetworkAttachment> networks) {
        return new Own(hostname, hosts, networks);
    }

    /** A network namespace of its own in a network with a way out, without name servers. */
    static Networking open(String hostname, List<String> hosts, String network) {
        return new Open(hostname, hosts, network);
    }

    /**
     * The network namespace of another container, with its name, its hosts and its shared folders.
     *
     * @param readOnly read-only folder → its volume
     * @param sysctls settings of the namespace, made when a container joins it
     */
    static Networking joined(String container, Map<String, String> readOnly, Map<String, String> sysctls) {
        return new Joined(container, Share.FOLDERS_TOO, readOnly, sysctls);
    }

    /** The network namespace of another container, without its folders. */
    static Networking watching(String container) {
        return new Joined(container, Share.NETWORK_ONLY, Map.of(), Map.of());
    }

    /** The network namespace of the container engine's machine. */
    static Networking host() {
        return new Host();
    }

    /** No network at all. */
    static Networking none() {
        return new None();
    }

    /** The container whose network namespace it is, if it is that of another one. */
    default Optional<String> joinedContainer() {
        return Optional.empty();
    }

    /**
     * A network namespace of its own.
     *
     * @param hostname its host name
     * @param hosts names and addresses for its /etc/hosts, {@code name:address}
     * @param networks one or two
     */
    record Own(String hostname, List<String> hosts, List<NetworkAttachment> networks) implements Networking {
        public Own {
            hosts = List.copyOf(hosts);
            networks = List.copyOf(networks);
        }
    }

    /**
     * A network namespace of its own in a network with a way out.
     *
     * @param hostname its host name
     * @param hosts names and addresses for its /etc/hosts, {@code name:address}
     * @param network the network's name
     */
    record Open(String hostname, List<String> hosts, String network) implements Networking {
        public Open {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * The namespace of another container.
     *
     * @param container its id
     * @param share whether its folders are shared
     * @param readOnly read-only folder → its volume
     * @param sysctls settings of the namespace, made when a container joins it
     */
    record Joined(String container, Share share, Map<String, String> readOnly, Map<String, String> sysctls)
            implements Networking {
        public Joined {
            readOnly = Map.copyOf(readOnly);
            sysctls = Map.copyOf(sysctls);
        }

        @Override
        public Optional<String> joinedContainer() {
            return Optional.of(container);
        }
    }

    /** The parts of another container that a container joins. */
    enum Share {
        /** Its network. */
        NETWORK_ONLY,
        /** Its network, and its folders. */
        FOLDERS_TOO
    }

    /** The network namespace of the container engine's machine. */
    record Host() implements Networking {}

    /** No network at all. */
    record None() implements Networking {}
}
