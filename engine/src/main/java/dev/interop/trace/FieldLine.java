package dev.interop.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A line of the dissector's output: the values of each {@link Field} of one frame. */
final class FieldLine {
    private static final int MOST_VALUES = 10_000;

    private final List<List<String>> values;

    private FieldLine(List<List<String>> values) {
        this.values = values;
    }

    /**
     * Parses a line.
     *
     * @throws TraceUnavailable when the line does not have the expected form
     */
    static FieldLine parse(String line, Depth depth) {
        var columns = line.split("\t", -1);
        int asked = Field.of(depth).size();
        if (columns.length != asked) {
            throw TraceUnavailable.unreadable(
                    "the dissector gave " + columns.length + " fields where " + asked + " were asked for");
        }
        var values = new ArrayList<List<String>>(columns.length);
        for (var column : columns) {
            var list = column.isEmpty() ? List.<String>of() : List.of(column.split(",", -1));
            if (list.size() > MOST_VALUES) {
                throw TraceUnavailable.unreadable("the dissector gave " + list.size() + " values of one field");
            }
            values.add(list);
        }
        return new FieldLine(values);
    }

    /** The number of the frame that the line describes. */
    long frame() {
        return one(Field.FRAME)
                .orElseThrow(() -> TraceUnavailable.unreadable("the dissector gave a line without a frame number"));
    }

    /** The destination connection ID, in lower-case hexadecimal. */
    String dcid() {
        return hex(Field.DCID).stream().findFirst().orElse("");
    }

    /** The number of the packet's connection in the capture; empty if it was not asked for or is unknown. */
    OptionalLong connection() {
        return one(Field.CONNECTION);
    }

    /**
     * The decrypted contents of the packet.
     *
     * @param packet the packet, as read from its unprotected header
     * @return empty when the packet could not be decrypted. tshark may then still give a packet number, which is wrong, but
     *     no frames, while every packet has at least one (RFC 9000 §12.4)
     */
    Optional<Contents> contents(Packet packet) {
        var packetNumber = one(Field.PACKET_NUMBER);
        var frames = numbers(Field.FRAME_TYPE);
        if (packetNumber.isEmpty() || frames.isEmpty()) {
            return Optional.empty();
        }
        int before = (int) one(Field.PACKET_NUMBER_LENGTH).orElse(0)
                + 1
                + (packet.type() == PacketType.ONE_RTT ? dcid().length() / 2 : 0);
        return Optional.of(new Contents(
                packetNumber.getAsLong(),
                keyPhase(),
                Math.max(0, packet.protectedLength() - before),
                frames,
                new HandshakeData(
                        crypto(),
                        ints(Field.MESSAGE),
                        ints(Field.CIPHER_SUITE),
                        one(Field.MAX_STREAMS_BIDI),
                        numbers(Field.PARAMETER)),
                new PathValidation(hex(Field.PATH_CHALLENGE), hex(Field.PATH_RESPONSE)),
                new StreamFields(this).frames(),
                close(frames),
                new ProtocolFields(this).names()));
    }

    /** The number of hexadecimal digits of stream data in this line. */
    long streamDigits() {
        return texts(Field.STREAM_DATA).stream().mapToLong(String::length).sum();
    }

    /** The first CONNECTION_CLOSE frame. It is left out after a frame type that the dissector does not know. */
    private Optional<ConnectionClose> close(List<Long> frames) {
        for (long frame : frames) {
            var type = FrameType.of(frame);
            if (type.filter(it -> it == FrameType.CONNECTION_CLOSE).isPresent()) {
                return closed(type.get(), Field.CLOSE_CODE);
            }
            if (type.filter(it -> it == FrameType.CONNECTION_CLOSE_APPLICATION).isPresent()) {
                return closed(type.get(), Field.CLOSE_APPLICATION_CODE);
            }
            if (type.filter(it -> it == FrameType.RESET_STREAM_AT).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<ConnectionClose> closed(FrameType type, Field code) {
        var given = one(code);
        return given.isPresent() ? Optional.of(new ConnectionClose(type, given.getAsLong())) : Optional.empty();
    }

    private List<CryptoRange> crypto() {
        var offsets = numbers(Field.CRYPTO_OFFSET);
        var lengths = numbers(Field.CRYPTO_LENGTH);
        if (offsets.size() != lengths.size()) {
            throw TraceUnavailable.unreadable(
                    "the dissector gave " + offsets.size() + " CRYPTO offsets with " + lengths.size() + " lengths");
        }
        var ranges = new ArrayList<CryptoRange>(offsets.size());
        for (int i = 0; i < offsets.size(); i++) {
            ranges.add(new CryptoRange(offsets.get(i), lengths.get(i)));
        }
        return ranges;
    }

    private OptionalInt keyPhase() {
        // tshark prints a Boolean since version 4.2, and a number before.
        return switch (texts(Field.KEY_PHASE).stream().findFirst().orElse("")) {
            case "True", "1" -> OptionalInt.of(1);
            case "False", "0" -> OptionalInt.of(0);
            default -> OptionalInt.empty();
        };
    }

    private OptionalLong one(Field field) {
        var all = numbers(field);
        return all.isEmpty() ? OptionalLong.empty() : OptionalLong.of(all.get(0));
    }

    private List<Integer> ints(Field field) {
        var ints = new ArrayList<Integer>();
        for (long value : numbers(field)) {
            if (value > 0xffff) {
                throw unexpected(field, Long.toString(value));
            }
            ints.add((int) value);
        }
        return ints;
    }

    /** The values of a field as text; none if the field was not asked for. */
    List<String> texts(Field field) {
        return field.ordinal() < values.size() ? values.get(field.ordinal()) : List.of();
    }

    List<Long> numbers(Field field) {
        var numbers = new ArrayList<Long>();
        for (var text : texts(field)) {
            numbers.add(number(field, text));
        }
        return numbers;
    }

    private static long number(Field field, String text) {
        try {
            long value = text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException notOurs) {
            // Reported below.
        }
        throw unexpected(field, text);
    }

    private List<String> hex(Field field) {
        var all = texts(field);
        for (var text : all) {
            if (!text.matches("(?:[0-9a-fA-F]{2}){0,64}")) {
                throw unexpected(field, text);
            }
        }
        return all.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    static TraceUnavailable unexpected(Field field, String text) {
        var shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return TraceUnavailable.unreadable("the dissector gave '" + shown + "' as " + field);
    }
}
