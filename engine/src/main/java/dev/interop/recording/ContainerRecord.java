package dev.interop.recording;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is known of a container of a cell.
 *
 * @param image its image's id ({@code sha256:…}); empty where the image is not here
 * @param build which sources the image says that it was built from, where it says it
 * @param end how it ended; empty where there was none
 */
@API(status = Status.EXPERIMENTAL)
public record ContainerRecord(Optional<String> image, Optional<Provenance> build, Optional<ContainerEnd> end) {
    /** A container of an image that says nothing of its sources. */
    public static ContainerRecord of(String image, ContainerEnd end) {
        return new ContainerRecord(Optional.of(image), Optional.empty(), Optional.of(end));
    }

    /** A container of which only its end is known. */
    public static ContainerRecord ended(ContainerEnd end) {
        return new ContainerRecord(Optional.empty(), Optional.empty(), Optional.of(end));
    }
}
