package dev.interop.run;

import dev.interop.listener.RunListener;
import dev.interop.storage.RunFolder;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits, between two rounds of a run, until the cause of an interruption may be over. */
final class Recovery {
    /** Longer than an engine's restart, and than a machine that is suspended for a while. */
    static final Duration ENGINE_LIMIT = Duration.ofMinutes(3);

    /** A cell that fills the disk is removed in the background. */
    private static final Duration REMOVAL = Duration.ofSeconds(2);

    private static final Duration ROOM_LIMIT = Duration.ofSeconds(30);
    private static final long ROOM_BYTES = 64L << 20;
    /** Rounds in a row in which the disk was full, whatever cell ran. */
    private static final int MOST_FULL = 3;

    private final Testbed testbed;
    private final RunFolder folder;
    private final RunListener listener;
    private final MonotonicTime time;
    private final RunStop stop;
    private int full;

    Recovery(Testbed testbed, RunFolder folder, RunListener listener, MonotonicTime time, RunStop stop) {
        this.testbed = testbed;
        this.folder = folder;
        this.listener = listener;
        this.time = time;
        this.stop = stop;
    }

    /** Waits after a round. If the cause of its interruption stays, the run is stopped. */
    void after(Optional<Rerun> interruption) {
        full = interruption.filter(it -> it == Rerun.ROOM).isPresent() ? full + 1 : 0;
        if (interruption.isEmpty() || stop.reason().isPresent()) {
            return;
        }
        switch (interruption.get()) {
            case ENGINE -> awaitEngine();
            case ROOM -> awaitRoom();
            case LOAD, CHANCE -> throw new IllegalArgumentException("no round ends early for it");
        }
    }

    private void awaitEngine() {
        listener.note("the container engine went away or did not answer: waiting up to " + ENGINE_LIMIT.toSeconds()
                + " s for it");
        var begin = time.nanos();
        var answers = lanesAnew(ENGINE_LIMIT);
        var waited = Duration.ofNanos(time.nanos() - begin).toSeconds();
        if (answers) {
            listener.note("the container engine answers again after " + waited
                    + " s, and the lanes are made anew: what it interrupted is run again, one cell after the other");
        } else {
            stop.because(Verdict.of(
                    Outcome.ERROR,
                    ReasonCode.ENGINE_LOST,
                    "the container engine went away and did not come back within %s s: see its log, restart it"
                            .formatted(ENGINE_LIMIT.toSeconds())));
        }
    }

    /** Makes the lanes anew, in a lane's worker, so that a cancellation interrupts it. */
    private boolean lanesAnew(Duration limit) {
        var made = new AtomicBoolean();
        var once = List.of(true).iterator();
        new LaneWorkers(stop)
                .run(
                        testbed.lanes().subList(0, 1),
                        lane -> once.hasNext() ? Optional.of(once.next()) : Optional.empty(),
                        (lane, it) -> made.set(testbed.recover(limit)));
        return made.get();
    }

    private void awaitRoom() {
        if (full >= MOST_FULL) {
            stop.because(Verdict.of(
                    Outcome.ERROR,
                    ReasonCode.DISK_FULL,
                    "the disk stayed full, also when one cell ran alone: free space where the results go and below the"
                            + " container engine's data folder"));
            return;
        }
        listener.note("the disk was full: what it interrupted is run again, one cell after the other");
        // The folders of a lane keep what a cell left there until the next one begins, which may be in another lane.
        lanesAnew(ROOM_LIMIT);
        var end = time.deadline(ROOM_LIMIT);
        try {
            do {
                time.sleep(REMOVAL);
            } while (!hasRoom() && time.nanos() < end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasRoom() {
        try {
            return Files.getFileStore(folder.root()).getUsableSpace() >= ROOM_BYTES;
        } catch (IOException e) {
            // The next cell shows whether there is room.
            return true;
        }
    }
}
