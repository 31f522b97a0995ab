package dev.interop.testbed.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The first bytes of a stream. */
@API(status = Status.INTERNAL)
public final class HeadStream extends InputStream {
    private final InputStream in;
    private long left;

    /**
     * @param bytes how many bytes of it are read
     */
    public HeadStream(InputStream in, long bytes) {
        this.in = in;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
