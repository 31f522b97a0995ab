package dev.interop.testbed.docker;

/** Takes a container's output as it comes. Called by one thread. Arrays are only valid during the call. */
public interface OutputSink {
    /** Some bytes of the standard output. */
    void stdout(byte[] bytes);

    /** Some bytes of the standard error. */
    void stderr(byte[] bytes);
}
