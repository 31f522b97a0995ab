package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The record of one container of a cell.
 *
 * @param image its image's id ({@code sha256:…}); empty if the image is not on this machine
 * @param build the sources that the image was built from, according to its labels, if it has them
 * @param end how it ended; empty if there was no container
 * @param mounted the files that were copied into it over those of its image
 * @param release the name and release that its endpoint wrote down itself, if it did
 */
@API(status = Status.EXPERIMENTAL)
public record ContainerRecord(
        Optional<String> image,
        Optional<Provenance> build,
        Optional<ContainerEnd> end,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<MountedRecord> mounted,

        Optional<String> release) {
    public ContainerRecord {
        mounted = List.copyOf(mounted);
    }

    /** A container that was as its image is. */
    public ContainerRecord(Optional<String> image, Optional<Provenance> build, Optional<ContainerEnd> end) {
        this(image, build, end, List.of(), Optional.empty());
    }

    /** A container whose image has no labels about its sources. */
    public static ContainerRecord of(String image, ContainerEnd end) {
        return new ContainerRecord(Optional.of(image), Optional.empty(), Optional.of(end));
    }

    /** A container with a known end and nothing else. */
    public static ContainerRecord ended(ContainerEnd end) {
        return new ContainerRecord(Optional.empty(), Optional.empty(), Optional.of(end));
    }
}
