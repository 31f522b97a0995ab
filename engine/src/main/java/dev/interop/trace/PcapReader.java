package dev.interop.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the classic pcap format (draft-ietf-opsawg-pcap). */
final class PcapReader extends CaptureReader {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;

    private static final int FILE_HEADER_AFTER_MAGIC = 20;
    private static final int RECORD_HEADER = 16;

    private final int linkType;
    private final long nanosPerUnit;
    private long number;

    PcapReader(String name, InputStream in, int magic) throws IOException {
        super(name, in);
        order(ByteOrder.BIG_ENDIAN);
        int ordered = magic;
        if (ordered != MICROSECONDS && ordered != NANOSECONDS) {
            ordered = Integer.reverseBytes(magic);
            order(ByteOrder.LITTLE_ENDIAN);
        }
        if (ordered != MICROSECONDS && ordered != NANOSECONDS) {
            throw damaged("its first bytes are those of neither pcap nor pcapng");
        }
        nanosPerUnit = ordered == NANOSECONDS ? 1 : 1000;
        linkType = exactly(FILE_HEADER_AFTER_MAGIC).getInt(16) & 0xffff;
    }

    @Override
    Optional<Frame> read() throws IOException {
        var header = atMost(RECORD_HEADER);
        if (!header.hasRemaining()) {
            return Optional.empty();
        }
        if (header.remaining() < RECORD_HEADER) {
            throw cutShort();
        }
        long seconds = Integer.toUnsignedLong(header.getInt());
        long fraction = Integer.toUnsignedLong(header.getInt());
        int length = header.getInt();
        long sentLength = Integer.toUnsignedLong(header.getInt());
        if (length < 0 || length > LARGEST_FRAME) {
            throw damaged("frame " + (number + 1) + " of " + Integer.toUnsignedLong(length) + " bytes");
        }
        var bytes = exactly(length).array();
        long nanos = seconds * 1_000_000_000L + fraction * nanosPerUnit;
        return Optional.of(new Frame(++number, nanos, linkType, bytes, sentLength));
    }
}
