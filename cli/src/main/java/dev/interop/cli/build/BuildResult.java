package dev.interop.cli.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What became of one image.
 *
 * @param build which one
 * @param state what became of it
 * @param took how long that took
 * @param log what the build said, if one was made
 * @param problem why it is not there, with the step and the remedy; empty if it is
 */
@API(status = Status.INTERNAL)
public record BuildResult(ImageBuild build, State state, Duration took, Optional<Path> log, String problem) {
    /** What became of it. */
    public enum State {
        /** It was there, made from the same inputs. */
        READY,
        /** It was built. */
        BUILT,
        /** Its build failed. */
        FAILED,
        /** The sources that were asked for are not there, or not as its folder says. */
        REFUSED,
        /** It was not tried, because an image that it is made from failed. */
        LEFT_OUT
    }

    /** Whether the image is there. */
    public boolean isThere() {
        return state == State.READY || state == State.BUILT;
    }

    /** One line for people. */
    public String line() {
        var seconds = "%.1f s".formatted(took.toMillis() / 1000.0);
        return switch (state) {
            case READY -> build.image() + " ready";
            case BUILT -> build.image() + " built in " + seconds;
            case FAILED, REFUSED, LEFT_OUT -> build.image() + " " + problem;
        };
    }
}
