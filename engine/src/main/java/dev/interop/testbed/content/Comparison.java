package dev.interop.testbed.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the first byte in which a download differs from what was served. */
final class Comparison implements AutoCloseable {
    private final Optional<InputStream> original;
    private long offset;
    private OptionalLong difference = OptionalLong.empty();

    /** Without an original, there is no difference. */
    Comparison(Optional<InputStream> original) {
        this.original = original;
    }

    void compare(byte[] bytes, int count) throws IOException {
        if (original.isEmpty() || difference.isPresent()) {
            return;
        }
        var expected = original.get().readNBytes(count);
        var at = Arrays.mismatch(expected, 0, expected.length, bytes, 0, count);
        if (at >= 0) {
            difference = OptionalLong.of(offset + at);
        }
        offset += count;
    }

    /** The first difference, once all was compared. A download that is cut short differs at its end. */
    OptionalLong firstDifference() throws IOException {
        if (original.isPresent() && difference.isEmpty() && original.get().read() >= 0) {
            return OptionalLong.of(offset);
        }
        return difference;
    }

    @Override
    public void close() throws IOException {
        if (original.isPresent()) {
            original.get().close();
        }
    }
}
