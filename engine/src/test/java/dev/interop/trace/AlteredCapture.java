package dev.interop.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A stored capture of Ethernet frames, written anew in another form. */
final class AlteredCapture {
    private static final int ETHERNET = 1;
    private static final int MAC_ADDRESSES = 12;

    private final List<Written> frames = new ArrayList<>();
    private int linkType = ETHERNET;

    private record Written(byte[] bytes, long sentLength) {}

    static AlteredCapture of(Path capture) {
        var altered = new AlteredCapture();
        try (var reader = CaptureReader.open("capture", capture)) {
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                altered.add(frame.get().bytes());
            }
        }
        return altered;
    }

    AlteredCapture add(byte[] frame) {
        frames.add(new Written(frame, frame.length));
        return this;
    }

    /** Changes every frame. */
    AlteredCapture each(UnaryOperator<byte[]> change) {
        frames.replaceAll(it -> {
            var bytes = change.apply(it.bytes);
            return new Written(bytes, bytes.length);
        });
        return this;
    }

    /** Changes one frame, by its number from 1. */
    AlteredCapture one(int number, UnaryOperator<byte[]> change) {
        var bytes = change.apply(frames.get(number - 1).bytes);
        frames.set(number - 1, new Written(bytes, bytes.length));
        return this;
    }

    AlteredCapture linkType(int value) {
        linkType = value;
        return this;
    }

    /** Cuts frames at a snapshot length. */
    AlteredCapture cut(int length) {
        frames.replaceAll(it ->
                new Written(java.util.Arrays.copyOf(it.bytes, Math.min(length, it.bytes.length)), it.sentLength));
        return this;
    }

    byte[] frame(int number) {
        return frames.get(number - 1).bytes;
    }

    /** Writes the frames, a tenth of a millisecond apart. */
    void write(Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(little(24)
                .putInt(0xa1b23c4d)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(262_144)
                .putInt(linkType)
                .array());
        for (int i = 0; i < frames.size(); i++) {
            var frame = frames.get(i);
            out.write(little(16)
                    .putInt(1_700_000_000 + i / 10_000)
                    .putInt(i % 10_000 * 100_000)
                    .putInt(frame.bytes.length)
                    .putInt((int) frame.sentLength)
                    .array());
            out.write(frame.bytes);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, out.toByteArray());
    }

    /** Puts a tag with this Ethernet type before the frame's own. */
    static UnaryOperator<byte[]> tag(int type) {
        return frame -> ByteBuffer.allocate(frame.length + 4)
                .put(frame, 0, MAC_ADDRESSES)
                .putShort((short) type)
                .putShort((short) 100)
                .put(frame, MAC_ADDRESSES, frame.length - MAC_ADDRESSES)
                .array();
    }

    /** Replaces the Ethernet header by this one. */
    static UnaryOperator<byte[]> header(byte... header) {
        return frame -> ByteBuffer.allocate(frame.length - 14 + header.length)
                .put(header)
                .put(frame, 14, frame.length - 14)
                .array();
    }

    /** Sets bytes of the frame. */
    static UnaryOperator<byte[]> set(int at, int... values) {
        return frame -> {
            var changed = frame.clone();
            for (int i = 0; i < values.length; i++) {
                changed[at + i] = (byte) values[i];
            }
            return changed;
        };
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
