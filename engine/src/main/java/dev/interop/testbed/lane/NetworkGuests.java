package dev.interop.testbed.lane;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerFacts;
import java.util.ArrayList;
import java.util.List;
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
        engine.containersIn(network.getId()).forEach((id, name) -> {
            if (!ours.contains(id)) {
                engine.disconnect(network.getId(), id);
                names.add(name);
            }
        });
        return names;
    }
}
