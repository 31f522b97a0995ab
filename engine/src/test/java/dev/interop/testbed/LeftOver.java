package dev.interop.testbed;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerBackend;

/** Counts the containers, networks and volumes of a run. */
final class LeftOver {
    private LeftOver() {}

    static long containers(ContainerBackend engine, String session) {
        return engine.containers(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }

    static long networks(ContainerBackend engine, String session) {
        return engine.networks().stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }

    static long volumes(ContainerBackend engine, String session) {
        return engine.volumes(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }
}
