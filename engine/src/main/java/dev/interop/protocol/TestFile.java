package dev.interop.protocol;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file that a test case serves, with random content and a random name.
 *
 * @param size bytes
 * @param nameLength characters of its name, or 0 for a name of random words
 */
@API(status = Status.EXPERIMENTAL)
public record TestFile(long size, int nameLength) {
    /** One kilobyte, as the test cases count: 1024 bytes. */
    public static final long KB = 1024;
    /** One megabyte, as the test cases count: 1024 kilobytes. */
    public static final long MB = 1024 * KB;

    /** A file of this many bytes with a name of random words. */
    public static TestFile ofSize(long bytes) {
        return new TestFile(bytes, 0);
    }
}
