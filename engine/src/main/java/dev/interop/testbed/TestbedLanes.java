package dev.interop.testbed;

import dev.interop.testbed.cell.ContainerSpecs;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneBuilder;
import dev.interop.testbed.lane.LaneGuard;
import dev.interop.testbed.lane.LaneNetworks;
import dev.interop.testbed.lane.SandboxPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lanes of a testbed, with their sandboxes and their guard. They may be closed while they are made. */
final class TestbedLanes implements AutoCloseable {
    private static final String OPEN_LANES =
            "the lanes are not closed towards the machine: images that mean harm can reach"
                    + " its programs and networks (%s); see docs/threat-model.md";

    private final TestbedContext context;
    private final Runnable mustBeWanted;
    /** Guarded by itself. */
    private final Map<LaneNetworks, SandboxPool> lanes = new LinkedHashMap<>();

    private volatile Optional<LaneGuard> guard = Optional.empty();

    /**
     * @param mustBeWanted throws what {@link #make} throws once the lanes are not wanted any more
     */
    TestbedLanes(TestbedContext context, Runnable mustBeWanted) {
        this.context = context;
        this.mustBeWanted = mustBeWanted;
    }

    /**
     * Makes the networks, the guard that closes them towards the machine, and the sandboxes.
     *
     * @return the networks
     */
    List<LaneNetworks> make() {
        var options = context.options();
        var builder = new LaneBuilder(context.engine(), context.owner(), options.progress());
        var simulator = simulator(context);
        var anyLane = simulator.isEmpty() || ContainerSpecs.worksInEveryLane(simulator.get());
        if (!anyLane && options.lanes() > 1) {
            options.progress().say("the simulator " + options.simulatorImage() + " works in lane 0 only: one lane");
        }
        var laneGuard = LaneGuard.start(context);
        guard = Optional.of(laneGuard);
        var networks = new ArrayList<LaneNetworks>();
        for (var count = anyLane ? options.lanes() : 1; networks.size() < count; ) {
            mustBeWanted.run();
            networks.add(anyLane ? builder.next() : builder.first(options.simulatorImage()));
        }
        networks.forEach(it -> addLane(it, laneGuard, anyLane));
        mustBeWanted.run();
        laneGuard.seal(networks).ifPresent(why -> options.progress().say(OPEN_LANES.formatted(why)));
        return networks;
    }

    private void addLane(LaneNetworks networks, LaneGuard laneGuard, boolean ownSimulator) {
        synchronized (lanes) {
            mustBeWanted.run();
            lanes.put(networks, SandboxPool.of(networks, context, laneGuard, ownSimulator));
        }
    }

    /** The simulator image. If it is missing, each cell that needs it reports that, not the testbed. */
    private static Optional<ImageFacts> simulator(TestbedContext context) {
        try {
            return Optional.of(context.images().find(context.options().simulatorImage()));
        } catch (EngineFailure e) {
            if (e.kind() == EngineFailure.Kind.IMAGE_MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    List<Lane> all() {
        synchronized (lanes) {
            return List.copyOf(lanes.keySet());
        }
    }

    SandboxPool sandboxes(Lane lane) {
        synchronized (lanes) {
            if (lane instanceof LaneNetworks networks && lanes.containsKey(networks)) {
                return lanes.get(networks);
            }
        }
        throw new IllegalArgumentException("not a lane of this testbed: " + lane);
    }

    List<SandboxPool> pools() {
        synchronized (lanes) {
            return List.copyOf(lanes.values());
        }
    }

    @Override
    public void close() {
        pools().forEach(SandboxPool::close);
        guard.ifPresent(LaneGuard::close);
    }
}
