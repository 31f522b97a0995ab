package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Repeats a run whenever what it takes from the machine has changed, until its thread is interrupted. */
final class WatchedRun {
    /** Changes are looked for, not waited for: images have no events, and not every file system has. */
    static final Duration POLL = Duration.ofMillis(500);

    private final PrintWriter out;
    private final Pause pause;

    /**
     * @param pause waits between two looks
     */
    WatchedRun(PrintWriter out, Pause pause) {
        this.out = out;
        this.pause = pause;
    }

    /** Waits. */
    interface Pause {
        /**
         * @throws InterruptedException when there is nothing to wait for any more
         */
        void sleep(Duration time) throws InterruptedException;
    }

    /** The run that is repeated. */
    interface Subject {
        /**
         * Runs once.
         *
         * @return the state of what it took
         */
        WatchedInputs run();

        /** The state now. */
        WatchedInputs now();
    }

    /**
     * Runs again and again.
     *
     * @throws UserError when the first run cannot begin; a later one waits for the next change
     */
    void run(Subject subject) {
        var taken = subject.run();
        try {
            while (true) {
                say("waiting for a change of %s (Ctrl-C ends)".formatted(taken.names()));
                var changed = change(subject, taken);
                say(changed.changedSince(taken) + " changed");
                taken = again(subject::run, changed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WatchedInputs again(Supplier<WatchedInputs> run, WatchedInputs otherwise) {
        try {
            return run.get();
        } catch (UserError e) {
            say("not run: " + Printable.of(e.getMessage()));
            return otherwise;
        }
    }

    /** Waits until something has changed and nothing changes any more. */
    private WatchedInputs change(Subject subject, WatchedInputs taken) throws InterruptedException {
        var last = taken;
        while (true) {
            pause.sleep(POLL);
            var now = subject.now();
            if (!now.equals(taken) && now.equals(last) && !now.isIncomplete()) {
                return now;
            }
            last = now;
        }
    }

    private void say(String text) {
        out.println("Watch    " + text);
        out.flush();
    }
}
