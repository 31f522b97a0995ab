package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.docker.EngineFailure;

/** Something that happens while a cell runs. */
sealed interface CellEvent {
    /** The client may begin. */
    record Ready() implements CellEvent {}

    /** A container ended by itself. */
    record Exited(ContainerRole role, int code) implements CellEvent {}

    /** The container engine failed. */
    record Failed(EngineFailure failure) implements CellEvent {}

    /** An endpoint filled the disk. */
    record DiskLimit(ContainerRole role) implements CellEvent {}

    /** The cell is not wanted any more. */
    record Cancelled() implements CellEvent {}
}
