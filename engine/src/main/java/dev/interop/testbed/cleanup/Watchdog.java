package dev.interop.testbed.cleanup;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;

/**
 * A process of its own that waits for its parent's end and then removes what the parent's run created. It reads its
 * standard input: a byte means that all is clean; the end of input without a byte means that the parent was killed. It uses
 * nothing but the JDK, so that it needs no class path but its own and 30 MB of memory.
 */
final class Watchdog {
    static final int ALL_CLEAN = 'q';

    private static final Duration PAUSE = Duration.ofMillis(400);

    /**
     * How many rounds nothing new must appear, 10 s: a creation under way when the parent died may still succeed, and a
     * busy engine takes seconds for one.
     */
    private static final int CALM_ROUNDS = 25;

    private static final int MOST_ROUNDS = 75;

    private Watchdog() {}

    /**
     * @param arguments the engine's address and the run's name
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.in.read() != ALL_CLEAN) {
            clean(new EngineSocket(URI.create(arguments[0])), arguments[1]);
        }
    }

    private static void clean(EngineSocket engine, String session) throws InterruptedException {
        var calm = 0;
        for (var round = 0; round < MOST_ROUNDS && calm < CALM_ROUNDS; round++) {
            calm = removeAll(engine, session) ? calm + 1 : 0;
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Removes everything of the run except what is kept; returns whether there was nothing. */
    private static boolean removeAll(EngineSocket engine, String session) {
        try {
            var owner = Owner.SESSION + "=" + session;
            var kept = engine.containersNamed(Owner.KEPT, owner);
            var containers = new ArrayList<>(engine.ids("/containers/json?all=1&", owner));
            containers.removeAll(kept);
            var last = new ArrayList<>(engine.ids("/containers/json?all=1&", owner, Owner.REMOVED_LAST));
            for (var id : containers) {
                if (!last.contains(id)) {
                    engine.delete("/containers/" + id + "?force=1&v=1");
                }
            }
            last.retainAll(containers);
            for (var id : last) {
                engine.delete("/containers/" + id + "?force=1&v=1");
            }
            var networks = engine.ids("/networks?", owner);
            for (var id : networks) {
                engine.delete("/networks/" + id);
            }
            // Those of a container that was never completed; the others have gone with their containers.
            var volumes = engine.volumes(owner);
            for (var name : volumes) {
                engine.delete("/volumes/" + name);
            }
            // The engine does not remove the networks and volumes of kept containers.
            return containers.isEmpty() && (networks.isEmpty() && volumes.isEmpty() || !kept.isEmpty());
        } catch (IOException e) {
            // The engine may be on its way up again; the rounds are limited.
            return false;
        }
    }
}
