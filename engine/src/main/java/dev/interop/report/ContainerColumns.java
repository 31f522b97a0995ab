package dev.interop.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.MountedRecord;
import dev.interop.recording.Provenance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The properties of a line of {@code cells.jsonl} about containers: each one has a value for each role. {@code exit}
 * holds the exit codes alone; {@code ended} shows whether a code is meaningful.
 */
record ContainerColumns(
        @JsonProperty(required = true) Map<ContainerRole, String> images,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<ContainerRole, Provenance> builds,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<ContainerRole, String> releases,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<ContainerRole, List<MountedRecord>> mounted,

        @JsonProperty(required = true) Map<ContainerRole, OptionalInt> exit,
        @JsonProperty(required = true) Map<ContainerRole, EndColumn> ended) {
    static ContainerColumns of(Map<ContainerRole, ContainerRecord> containers) {
        return new ContainerColumns(
                column(containers, ContainerRecord::image),
                column(containers, ContainerRecord::build),
                column(containers, ContainerRecord::release),
                column(containers, it -> Optional.of(it.mounted()).filter(files -> !files.isEmpty())),
                column(containers, it -> it.end().map(ContainerEnd::exitCode)),
                column(containers, it -> it.end().map(end -> new EndColumn(end.how(), end.detail()))));
    }

    private static <T> Map<ContainerRole, T> column(
            Map<ContainerRole, ContainerRecord> containers, Function<ContainerRecord, Optional<T>> fact) {
        var column = new EnumMap<ContainerRole, T>(ContainerRole.class);
        containers.forEach((role, container) -> fact.apply(container).ifPresent(it -> column.put(role, it)));
        return column;
    }

    Map<ContainerRole, ContainerRecord> containers() {
        var containers = new EnumMap<ContainerRole, ContainerRecord>(ContainerRole.class);
        for (var role : ContainerRole.values()) {
            if (Stream.of(images, builds, releases, ended, mounted).anyMatch(it -> it.containsKey(role))) {
                containers.put(
                        role,
                        new ContainerRecord(
                                Optional.ofNullable(images.get(role)),
                                Optional.ofNullable(builds.get(role)),
                                Optional.ofNullable(ended.get(role)).map(it -> it.end(exit.get(role))),
                                mounted.getOrDefault(role, List.of()),
                                Optional.ofNullable(releases.get(role))));
            }
        }
        return containers;
    }

    /** The way in which a container ended, with further text if there is any. */
    private record EndColumn(
            @JsonProperty(required = true) ContainerEnd.How how,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            String detail) {
        ContainerEnd end(OptionalInt code) {
            return new ContainerEnd(how, Optional.ofNullable(code).orElseGet(OptionalInt::empty), detail);
        }
    }
}
