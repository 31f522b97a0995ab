package dev.interop.trace;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pcapng format (draft-ietf-opsawg-pcapng). */
final class PcapngReader extends CaptureReader {
    static final int SECTION_HEADER = 0x0a0d0d0a;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int INTERFACE_DESCRIPTION = 1;
    /** Older programs write it instead of the enhanced one. */
    private static final int PACKET = 2;

    private static final int SIMPLE_PACKET = 3;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_DROPPED_BY_INTERFACE = 5;
    private static final int OPTION_DROPPED_BY_SYSTEM = 7;

    private static final int LARGEST_BLOCK = LARGEST_FRAME + 64 * 1024;
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

    private final List<Interface> interfaces = new ArrayList<>();
    private long number;
    private long lost;

    private record Interface(int linkType, BigInteger unitsPerSecond) {
        long nanos(long high, long low) {
            var units = BigInteger.valueOf(high).shiftLeft(32).or(BigInteger.valueOf(low));
            return units.multiply(NANOS).divide(unitsPerSecond).longValue();
        }
    }

    PcapngReader(String name, InputStream in) throws IOException {
        super(name, in);
        section(exactly(8));
    }

    @Override
    long lost() {
        return lost;
    }

    @Override
    Optional<Frame> read() throws IOException {
        while (true) {
            var type = atMost(4);
            if (!type.hasRemaining()) {
                return Optional.empty();
            }
            if (type.remaining() < 4) {
                throw cutShort();
            }
            int kind = type.getInt();
            if (kind == SECTION_HEADER) {
                section(exactly(8));
                continue;
            }
            var frame = block(kind, body(exactly(4).getInt() - 8));
            if (frame.isPresent()) {
                return frame;
            }
        }
    }

    private Optional<Frame> block(int kind, ByteBuffer body) {
        switch (kind) {
            case INTERFACE_DESCRIPTION -> describe(body);
            case INTERFACE_STATISTICS ->
                lost += option(body, 12, OPTION_DROPPED_BY_INTERFACE) + option(body, 12, OPTION_DROPPED_BY_SYSTEM);
            case ENHANCED_PACKET, PACKET -> {
                requireLength(body, 20);
                var origin = interfaceAt(kind == PACKET ? body.getShort(0) & 0xffff : body.getInt(0));
                long nanos =
                        origin.nanos(Integer.toUnsignedLong(body.getInt(4)), Integer.toUnsignedLong(body.getInt(8)));
                var bytes = bytes(body, 20, body.getInt(12));
                return Optional.of(
                        new Frame(++number, nanos, origin.linkType, bytes, Integer.toUnsignedLong(body.getInt(16))));
            }
            case SIMPLE_PACKET -> {
                requireLength(body, 4);
                long sentLength = Integer.toUnsignedLong(body.getInt(0));
                var bytes = bytes(body, 4, (int) Math.min(sentLength, body.remaining() - 4L));
                return Optional.of(new Frame(++number, 0, interfaceAt(0).linkType, bytes, sentLength));
            }
            default -> {
                // Blocks of names, comments and secrets.
            }
        }
        return Optional.empty();
    }

    private void section(ByteBuffer lengthAndOrder) throws IOException {
        order(ByteOrder.BIG_ENDIAN);
        lengthAndOrder.order(ByteOrder.BIG_ENDIAN);
        if (lengthAndOrder.getInt(4) != BYTE_ORDER_MAGIC) {
            order(ByteOrder.LITTLE_ENDIAN);
            lengthAndOrder.order(ByteOrder.LITTLE_ENDIAN);
        }
        if (lengthAndOrder.getInt(4) != BYTE_ORDER_MAGIC) {
            throw damaged("a section without byte order");
        }
        interfaces.clear();
        body(lengthAndOrder.getInt(0) - 12);
    }

    /** Reads the rest of a block, without the repeated length at its end. */
    private ByteBuffer body(int lengthWithTrailer) throws IOException {
        if (lengthWithTrailer < 4 || lengthWithTrailer > LARGEST_BLOCK || lengthWithTrailer % 4 != 0) {
            throw damaged("a block of " + lengthWithTrailer + " bytes after frame " + number);
        }
        return exactly(lengthWithTrailer).slice(0, lengthWithTrailer - 4).order(order());
    }

    private void describe(ByteBuffer body) {
        requireLength(body, 8);
        long resolution = option(body, 8, OPTION_TIME_RESOLUTION);
        int exponent = (int) resolution & 0x7f;
        var units = resolution == 0
                ? BigInteger.valueOf(1_000_000)
                : BigInteger.valueOf((resolution & 0x80) != 0 ? 2 : 10).pow(exponent);
        interfaces.add(new Interface(body.getShort(0) & 0xffff, units));
    }

    private Interface interfaceAt(int index) {
        if (index < 0 || index >= interfaces.size()) {
            throw damaged("frame " + (number + 1) + " of an interface that is not described");
        }
        return interfaces.get(index);
    }

    private byte[] bytes(ByteBuffer body, int from, int length) {
        if (length < 0 || length > LARGEST_FRAME || length > body.remaining() - from) {
            throw damaged("frame " + (number + 1) + " of " + Integer.toUnsignedLong(length) + " bytes");
        }
        var bytes = new byte[length];
        body.get(from, bytes);
        return bytes;
    }

    private void requireLength(ByteBuffer body, int length) {
        if (body.remaining() < length) {
            throw damaged("a block that is too short after frame " + number);
        }
    }

    /** The value of a numeric option of 1 or 8 bytes; 0 if the block does not have this option. */
    private static long option(ByteBuffer body, int from, int option) {
        for (int at = from; at + 4 <= body.remaining(); ) {
            int code = body.getShort(at) & 0xffff;
            int length = body.getShort(at + 2) & 0xffff;
            if (code == 0 || at + 4 + length > body.remaining()) {
                return 0;
            }
            if (code == option && length == 1) {
                return body.get(at + 4) & 0xff;
            }
            if (code == option && length == 8) {
                return body.getLong(at + 4);
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return 0;
    }
}
