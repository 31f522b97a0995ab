package dev.interop.testbed;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.Engine;

/** What is there of a run. */
final class LeftOver {
    private LeftOver() {}

    static long containers(Engine engine, String session) {
        return engine.containers(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }

    static long networks(Engine engine, String session) {
        return engine.networks().stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }

    static long volumes(Engine engine, String session) {
        return engine.volumes(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }
}
