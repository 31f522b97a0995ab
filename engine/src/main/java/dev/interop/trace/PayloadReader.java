package dev.interop.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Parses the frames in a packet's decrypted payload, for packets that the dissector cannot parse. Knows the frames of
 * RFC 9000 §19, DATAGRAM (RFC 9221 §4), RESET_STREAM_AT (draft-ietf-quic-reliable-stream-reset §3), ACK_FREQUENCY and
 * IMMEDIATE_ACK (draft-ietf-quic-ack-frequency §4, §5).
 */
final class PayloadReader {
    private static final int RESET_TOKEN = 16;
    private static final int PATH_DATA = 8;

    private final ByteBuffer bytes;
    private final List<Long> types = new ArrayList<>();
    private final List<StreamFrames.Data> data = new ArrayList<>();
    private final List<StreamFrames.Break> breaks = new ArrayList<>();
    private Optional<ConnectionClose> close = Optional.empty();

    private PayloadReader(byte[] payload) {
        this.bytes = ByteBuffer.wrap(payload);
    }

    /** Thrown for a frame of unknown type and for one that is cut short. */
    private static final class UnreadableFrame extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Replaces the frames in a packet's contents with those in its payload.
     *
     * @param contents the contents as the dissector parsed them
     * @return empty when this class cannot parse the whole payload either
     */
    static Optional<Contents> read(byte[] payload, Contents contents) {
        var reader = new PayloadReader(payload);
        try {
            while (reader.bytes.hasRemaining()) {
                reader.frame();
            }
        } catch (UnreadableFrame notAll) {
            return Optional.empty();
        }
        return Optional.of(contents.with(reader.types, new StreamFrames(reader.data, reader.breaks), reader.close));
    }

    private void frame() throws UnreadableFrame {
        long type = integer();
        types.add(type);
        if (type >= 0x08 && type <= 0x0f) {
            stream(type);
            return;
        }
        switch ((int) Math.min(type, Integer.MAX_VALUE)) {
            case 0x00, 0x01, 0x1e, 0x1f -> {}
            case 0x02 -> acks();
            case 0x03 -> {
                acks();
                integers(3);
            }
            case 0x04 -> broken(FrameType.RESET_STREAM, 1);
            case 0x05 -> broken(FrameType.STOP_SENDING, 0);
            case 0x24 -> broken(FrameType.RESET_STREAM_AT, 2);
            case 0x06 -> {
                integers(1);
                take(integer());
            }
            case 0x07, 0x31 -> take(integer());
            case 0x10, 0x12, 0x13, 0x14, 0x16, 0x17, 0x19 -> integers(1);
            case 0x11, 0x15 -> integers(2);
            case 0x18 -> {
                integers(2);
                take(take(1)[0] & 0xff);
                take(RESET_TOKEN);
            }
            case 0x1a, 0x1b -> take(PATH_DATA);
            case 0x1c -> closed(FrameType.CONNECTION_CLOSE, 1);
            case 0x1d -> closed(FrameType.CONNECTION_CLOSE_APPLICATION, 0);
            case 0x30 -> take(bytes.remaining());
            case 0xaf -> integers(4);
            default -> throw new UnreadableFrame();
        }
    }

    /** RFC 9000 §19.8. */
    private void stream(long type) throws UnreadableFrame {
        long stream = integer();
        long offset = (type & 0x04) != 0 ? integer() : 0;
        long length = (type & 0x02) != 0 ? integer() : bytes.remaining();
        data.add(new StreamFrames.Data(stream, offset, HexFormat.of().formatHex(take(length)), (type & 0x01) != 0));
    }

    /** RFC 9000 §19.3. */
    private void acks() throws UnreadableFrame {
        integers(2);
        long ranges = integer();
        integers(1);
        for (long range = 0; range < ranges; range++) {
            integers(2);
        }
    }

    private void broken(FrameType type, int sizes) throws UnreadableFrame {
        breaks.add(new StreamFrames.Break(type, integer(), integer()));
        integers(sizes);
    }

    private void closed(FrameType type, int causes) throws UnreadableFrame {
        var frame = new ConnectionClose(type, integer());
        integers(causes);
        take(integer());
        close = close.or(() -> Optional.of(frame));
    }

    private void integers(int count) throws UnreadableFrame {
        for (int i = 0; i < count; i++) {
            integer();
        }
    }

    /** RFC 9000 §16. */
    private long integer() throws UnreadableFrame {
        int first = take(1)[0] & 0xff;
        long value = first & 0x3f;
        for (byte next : take((1 << (first >> 6)) - 1)) {
            value = value << 8 | next & 0xff;
        }
        return value;
    }

    private byte[] take(long count) throws UnreadableFrame {
        if (count > bytes.remaining()) {
            throw new UnreadableFrame();
        }
        var taken = new byte[(int) count];
        bytes.get(taken);
        return taken;
    }
}
