package dev.interop.testbed.docker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The behaviour of a container of a {@link FakeContainerBackend}. By default the container runs until it is stopped. */
public final class ContainerScript {
    record Print(Duration at, String text) {}

    record Exit(Duration at, int code) {}

    private final List<Print> prints = new ArrayList<>();
    private Optional<Exit> exit = Optional.empty();
    private Duration stopTakes = Duration.ZERO;
    private boolean stoppable = true;

    /** Prints text some time after the start. */
    public ContainerScript prints(long millis, String text) {
        prints.add(new Print(Duration.ofMillis(millis), text));
        return this;
    }

    /** Drops the scheduled output. */
    public ContainerScript printsNothing() {
        prints.clear();
        return this;
    }

    /** Ends by itself some time after the start. */
    public ContainerScript exits(long millis, int code) {
        exit = Optional.of(new Exit(Duration.ofMillis(millis), code));
        return this;
    }

    /** Ends some time after it was asked to. */
    public ContainerScript stopsAfter(long millis) {
        stopTakes = Duration.ofMillis(millis);
        return this;
    }

    /** Never ends, not even when it is killed. */
    public ContainerScript neverStops() {
        stoppable = false;
        return this;
    }

    List<Print> prints() {
        return prints;
    }

    Optional<Exit> exit() {
        return exit;
    }

    Duration stopTakes() {
        return stopTakes;
    }

    boolean isStoppable() {
        return stoppable;
    }
}
