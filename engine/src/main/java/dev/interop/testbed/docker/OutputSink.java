package dev.interop.testbed.docker;

import java.io.ByteArrayOutputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Takes a container's output as it comes. Called by one thread. Arrays are only valid during the call. */
@API(status = Status.INTERNAL)
public interface OutputSink {
    /** Some bytes of the standard output. */
    void stdout(byte[] bytes);

    /** Some bytes of the standard error. */
    void stderr(byte[] bytes);

    /** A sink that keeps both streams, mixed, for the short output of a small program. */
    static OutputSink into(ByteArrayOutputStream kept) {
        return new OutputSink() {
            @Override
            public void stdout(byte[] bytes) {
                kept.writeBytes(bytes);
            }

            @Override
            public void stderr(byte[] bytes) {
                kept.writeBytes(bytes);
            }
        };
    }
}
