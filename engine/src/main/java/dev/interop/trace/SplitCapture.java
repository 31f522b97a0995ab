package dev.interop.trace;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Writes a copy of a capture for the dissector with one QUIC packet in each frame. The dissector gives one list of values
 * per frame and field, which does not say which of two coalesced packets a value belongs to.
 */
final class SplitCapture implements Closeable {
    private static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    private static final int LINK_RAW = 101;
    private static final int SNAP_LENGTH = 262_144;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final byte UDP = 17;
    private static final byte HOPS = 64;

    private final FileOutputStream file;
    private final OutputStream out;
    private long length = FILE_HEADER;
    private int frames;
    private long markedLength = FILE_HEADER;
    private int markedFrames;

    SplitCapture(Path path) throws IOException {
        file = new FileOutputStream(path.toFile());
        out = new BufferedOutputStream(file);
        out.write(ByteBuffer.allocate(FILE_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC_NANOSECONDS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(SNAP_LENGTH)
                .putInt(LINK_RAW)
                .array());
    }

    /** Adds one packet of a datagram as a frame of its own. */
    void add(RetryOrder.Entry packet) throws IOException {
        add(
                packet.nanos(),
                packet.udp(),
                packet.header().offset(),
                packet.header().length());
    }

    /** Marks everything that was added so far as needed. */
    void mark() {
        markedLength = length;
        markedFrames = frames;
    }

    /**
     * Removes the frames that were added after the last mark.
     *
     * @return the number of frames that are left
     */
    int cutAtMark() throws IOException {
        out.flush();
        file.getChannel().truncate(markedLength);
        return markedFrames;
    }

    private void add(long nanos, UdpReader.Udp udp, int offset, int size) throws IOException {
        boolean v4 = udp.source().length == 4;
        int frame = (v4 ? IPV4_HEADER : IPV6_HEADER) + UDP_HEADER + size;
        out.write(ByteBuffer.allocate(RECORD_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (nanos / 1_000_000_000L))
                .putInt((int) (nanos % 1_000_000_000L))
                .putInt(frame)
                .putInt(frame)
                .array());
        var headers = ByteBuffer.allocate(frame - size);
        if (v4) {
            headers.put((byte) 0x45).put((byte) udp.ecn()).putShort((short) frame);
            headers.putInt(0).put(HOPS).put(UDP).putShort((short) 0);
        } else {
            headers.putInt(6 << 28 | udp.ecn() << 20).putShort((short) (UDP_HEADER + size));
            headers.put(UDP).put(HOPS);
        }
        headers.put(udp.source()).put(udp.destination());
        headers.putShort((short) udp.sourcePort()).putShort((short) udp.destinationPort());
        headers.putShort((short) (UDP_HEADER + size)).putShort((short) 0);
        out.write(headers.array());
        out.write(udp.payload(), offset, size);
        length += RECORD_HEADER + frame;
        frames++;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
