package dev.interop.testbed;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.Engine;

/** What is there of a run. */
final class LeftOver {
    private LeftOver() {}

    static long containers(Engine engine, String session) {
        return engine.containers().labelled(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }

    static long networks(Engine engine, String session) {
        return engine.networks().all().stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }

    static long volumes(Engine engine, String session) {
        return engine.volumes().labelled(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .count();
    }
}
