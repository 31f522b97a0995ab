package dev.interop.testbed.lane;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerFacts;
import dev.interop.testbed.docker.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The containers in a lane's networks that do not carry the run's labels. */
public record NetworkGuests(Engine engine, Owner owner) implements LaneGuests {
    @Override
    public List<String> disconnect(LaneNetwork network) {
        var ours = engine.containers().labelled(Owner.SESSION).stream()
                .filter(it -> owner.session().equals(it.labels().get(Owner.SESSION)))
                .map(ContainerFacts::id)
                .collect(Collectors.toSet());
        var names = new ArrayList<String>();
        engine.networks().containers(network.getId()).forEach((id, name) -> {
            if (!ours.contains(id)) {
                engine.networks().disconnect(network.getId(), id);
                names.add(name);
            }
        });
        return names;
    }
}
