package dev.interop;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Hears, one line each, what people should know while things are prepared or run. Called from any thread. */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface NoteListener {
    /** Says nothing to anybody. */
    NoteListener SILENT = line -> {};

    /**
     * @param line one line, without its end
     */
    void say(String line);
}
