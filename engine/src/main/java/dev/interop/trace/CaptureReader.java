package dev.interop.trace;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the frames of a capture file in pcap or pcapng format. */
abstract sealed class CaptureReader implements Closeable permits PcapReader, PcapngReader {
    /** The largest snapshot length of tcpdump; a larger frame means a damaged or hostile file. */
    static final int LARGEST_FRAME = 256 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final String name;
    private final InputStream in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    CaptureReader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * Opens a capture.
     *
     * @param name the file's name in messages
     * @throws TraceUnavailable when there is no capture, or its format is unknown
     * @throws DissectionFailed when this machine cannot read the file
     */
    static CaptureReader open(String name, Path file) {
        InputStream in;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                throw TraceUnavailable.missing(name + ": no capture");
            }
            in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        } catch (IOException e) {
            throw DissectionFailed.ofCapture(name, e);
        }
        try {
            return of(name, in);
        } catch (IOException | TraceUnavailable e) {
            closeQuietly(in);
            throw e instanceof TraceUnavailable unavailable
                    ? unavailable
                    : DissectionFailed.ofCapture(name, (IOException) e);
        }
    }

    static CaptureReader of(String name, InputStream in) throws IOException {
        var magic = in.readNBytes(4);
        if (magic.length < 4) {
            throw TraceUnavailable.missing(name + ": the capture is cut short in its header");
        }
        int number = ByteBuffer.wrap(magic).getInt();
        return number == PcapngReader.SECTION_HEADER ? new PcapngReader(name, in) : new PcapReader(name, in, number);
    }

    /** The next frame; empty at the end. */
    final Optional<Frame> next() {
        try {
            return read();
        } catch (IOException e) {
            throw DissectionFailed.ofCapture(name, e);
        }
    }

    abstract Optional<Frame> read() throws IOException;

    /** The number of lost frames that the part of the file read so far records. */
    long lost() {
        return 0;
    }

    final void order(ByteOrder value) {
        order = value;
    }

    final ByteOrder order() {
        return order;
    }

    /** Reads up to this many bytes: fewer, even none, at the end of the file. */
    final ByteBuffer atMost(int length) throws IOException {
        return ByteBuffer.wrap(in.readNBytes(length)).order(order);
    }

    /** Reads exactly this many bytes. */
    final ByteBuffer exactly(int length) throws IOException {
        var bytes = atMost(length);
        if (bytes.remaining() < length) {
            throw cutShort();
        }
        return bytes;
    }

    final TraceUnavailable cutShort() {
        return TraceUnavailable.missing(name + ": the capture is cut short");
    }

    final TraceUnavailable damaged(String what) {
        return TraceUnavailable.unreadable(name + ": not a valid capture: " + what);
    }

    @Override
    public void close() {
        closeQuietly(in);
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException ignored) {
            // The file was only read.
        }
    }
}
