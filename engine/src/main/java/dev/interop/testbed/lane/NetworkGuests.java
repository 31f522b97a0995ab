package dev.interop.testbed.lane;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerFacts;
import dev.interop.testbed.docker.EngineFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The containers in a lane's networks that do not carry the run's labels. */
@API(status = Status.INTERNAL)
public record NetworkGuests(ContainerBackend engine, Owner owner) implements LaneGuests {
    @Override
    public List<String> disconnect(LaneNetwork network) {
        var ours = engine.containers(Owner.SESSION).stream()
                .filter(it -> owner.session().equals(it.labels().get(Owner.SESSION)))
                .map(ContainerFacts::id)
                .collect(Collectors.toSet());
        var names = new ArrayList<String>();
        var failures = new HashMap<String, EngineFailure>();
        engine.containersIn(network.getId()).forEach((id, name) -> {
            if (!ours.contains(id)) {
                try {
                    engine.disconnect(network.getId(), id);
                    names.add(name);
                } catch (EngineFailure e) {
                    // The other guests are disconnected all the same.
                    failures.put(id, e);
                }
            }
        });
        if (!failures.isEmpty()) {
            throwIfStillThere(network, failures);
        }
        return names;
    }

    /** A guest that went away by itself meanwhile is no failure. */
    private void throwIfStillThere(LaneNetwork network, Map<String, EngineFailure> failures) {
        failures.keySet().retainAll(engine.containersIn(network.getId()).keySet());
        for (var failure : failures.values()) {
            throw failure;
        }
    }
}
