package dev.interop.testbed;

/** Hears, one line each, what people should know while things are prepared or run. Called from any thread. */
@FunctionalInterface
public interface Progress {
    /** Says nothing to anybody. */
    Progress SILENT = line -> {};

    /**
     * @param line one line, without its end
     */
    void say(String line);
}
