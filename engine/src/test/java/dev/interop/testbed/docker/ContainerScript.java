package dev.interop.testbed.docker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a container of a {@link FakeContainerBackend} does once it is started; without a word it stays until stopped. */
public final class ContainerScript {
    record Print(Duration at, String text) {}

    record Exit(Duration at, int code) {}

    private final List<Print> prints = new ArrayList<>();
    private Optional<Exit> exit = Optional.empty();
    private Duration stopTakes = Duration.ZERO;
    private boolean stoppable = true;

    /** Prints something so long after its start. */
    public ContainerScript prints(long millis, String text) {
        prints.add(new Print(Duration.ofMillis(millis), text));
        return this;
    }

    /** Prints nothing after all. */
    public ContainerScript printsNothing() {
        prints.clear();
        return this;
    }

    /** Ends by itself so long after its start. */
    public ContainerScript exits(long millis, int code) {
        exit = Optional.of(new Exit(Duration.ofMillis(millis), code));
        return this;
    }

    /** Ends so long after it was asked to. */
    public ContainerScript stopsAfter(long millis) {
        stopTakes = Duration.ofMillis(millis);
        return this;
    }

    /** Does not end at all, not even when it is killed. */
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
