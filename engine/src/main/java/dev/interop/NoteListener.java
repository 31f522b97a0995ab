package dev.interop;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Receives notes for the user, one line each, while a run is prepared or executed. Called from any thread. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface NoteListener {
    /** Ignores all notes. */
    NoteListener SILENT = line -> {};

    /**
     * @param line one line, without its end
     */
    void say(String line);
}
