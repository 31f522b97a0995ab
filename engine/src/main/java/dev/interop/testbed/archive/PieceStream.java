package dev.interop.testbed.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Pieces that come one after the other, as one stream. */
@API(status = Status.INTERNAL)
public abstract class PieceStream extends InputStream {
    private byte[] piece = new byte[0];
    private int taken;
    private boolean ended;

    /**
     * The next piece; an empty one is the end.
     *
     * @throws IOException when there is neither
     */
    protected abstract byte[] next() throws IOException;

    @Override
    public final int read() throws IOException {
        return fill() ? piece[taken++] & 0xff : -1;
    }

    /** Reads at most the rest of the current piece, because the next one may be long in coming. */
    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, piece.length - taken);
        System.arraycopy(piece, taken, target, offset, count);
        taken += count;
        return count;
    }

    @Override
    public int available() {
        return piece.length - taken;
    }

    private boolean fill() throws IOException {
        if (!ended && taken == piece.length) {
            piece = next();
            taken = 0;
            ended = piece.length == 0;
        }
        return !ended;
    }
}
