package dev.interop.cli.build;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of building one image.
 *
 * @param build the build
 * @param state its state
 * @param took the duration
 * @param log the build's output, if it ran
 * @param problem why the image is missing, with the step and the remedy; empty if it exists
 */
@API(status = Status.INTERNAL)
public record BuildResult(ImageBuild build, State state, Duration took, Optional<Path> log, String problem) {
    /** The state of an image after the build. */
    public enum State {
        /** It existed already, made from the same inputs. */
        READY,
        /** It has been built. */
        BUILT,
        /** Its build failed. */
        FAILED,
        /** The chosen sources do not exist, or do not have the folder that the build names. */
        REFUSED,
        /** It was not built, because an image that it is made from failed. */
        LEFT_OUT
    }

    /** Whether the image exists. */
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
