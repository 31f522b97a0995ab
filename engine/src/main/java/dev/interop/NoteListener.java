package dev.interop;

/** Hears, one line each, what people should know while things are prepared or run. Called from any thread. */
@FunctionalInterface
public interface NoteListener {
    /** Says nothing to anybody. */
    NoteListener SILENT = line -> {};

    /**
     * @param line one line, without its end
     */
    void say(String line);
}
