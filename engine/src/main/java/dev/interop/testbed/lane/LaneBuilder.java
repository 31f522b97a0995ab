package dev.interop.testbed.lane;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.NetworkSpec;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Creates lanes, each with the lowest number whose subnets are free. */
@API(status = Status.INTERNAL)
public final class LaneBuilder {
    private static final int NUMBERS = 100;

    private final ContainerBackend engine;
    private final Owner owner;
    private final NoteListener progress;
    private int next;

    public LaneBuilder(ContainerBackend engine, Owner owner, NoteListener progress) {
        this.engine = engine;
        this.owner = owner;
        this.progress = progress;
    }

    /**
     * Creates a lane with any free number.
     *
     * @throws UserError when no subnets are free
     */
    public LaneNetworks next() {
        while (next < NUMBERS) {
            var lane = tryLane(next++);
            if (lane.isPresent()) {
                return lane.get();
            }
        }
        throw new UserError("all lanes are taken: " + NUMBERS
                + " subnets of 193.167.0.0/16 are in use; end other runs, or remove the networks that they left"
                + " (docker network ls --filter label=dev.interop.session)");
    }

    /**
     * Creates the lane with the addresses that are built into the public simulator.
     *
     * @throws UserError when they are in use
     */
    public LaneNetworks first(String simulator) {
        return tryLane(0)
                .orElseThrow(
                        () -> new UserError(
                                "the simulator " + simulator
                                        + " works in lane 0 only, and its subnets are in use: end the other run or use another simulator"));
    }

    private Optional<LaneNetworks> tryLane(int number) {
        var left = create("left", number).map(it -> LaneNetworks.left(number, it.id(), it.name()));
        if (left.isEmpty()) {
            return Optional.empty();
        }
        try {
            var right = create("right", number + LaneNetworks.SERVER_OFFSET)
                    .map(it -> LaneNetworks.right(number, it.id(), it.name()));
            if (right.isPresent()) {
                return Optional.of(new LaneNetworks(number, left.get(), right.get(), owner.labels()));
            }
        } catch (EngineFailure e) {
            engine.removeNetwork(left.get().id());
            throw e;
        }
        engine.removeNetwork(left.get().id());
        return Optional.empty();
    }

    /** A container in both numbers its interfaces by the networks' names: left sorts before right. */
    private Optional<Made> create(String side, int octet) {
        var name = "interop-" + owner.session() + "-" + octet % LaneNetworks.SERVER_OFFSET + "-" + side;
        var spec = new NetworkSpec(name, LaneNetworks.subnet4(octet), LaneNetworks.subnet6(octet), owner.labels());
        try {
            return Optional.of(new Made(engine.createNetwork(spec), name));
        } catch (EngineFailure e) {
            // Engines word it differently, such as as a gateway's address in use: whether a network is in the way
            // tells.
            var user = e.kind() == EngineFailure.Kind.LOST ? Optional.<String>empty() : user(spec);
            if (user.isEmpty() && e.kind() != EngineFailure.Kind.SUBNET_TAKEN) {
                throw e;
            }
            progress.say("subnet " + spec.subnet4() + ".0/24 is used by "
                    + user.orElse("a network or route of this machine") + ": trying the next lane");
            return Optional.empty();
        }
    }

    private Optional<String> user(NetworkSpec wanted) {
        return engine.networks().stream()
                .filter(it -> it.subnets().stream().anyMatch(subnet -> overlaps(subnet, wanted)))
                .findFirst()
                .map(it -> "network '" + it.name() + "'");
    }

    private static boolean overlaps(String subnet, NetworkSpec wanted) {
        return subnet.startsWith(wanted.subnet4() + ".") || subnet.startsWith(wanted.subnet6());
    }

    /** A network that was created. */
    private record Made(String id, String name) {}
}
