package dev.interop.trace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Assembles a packet's stream frames from the dissector's fields. The dissector gives one list of values per field, without
 * gaps for frames that lack the field; the frame types say which frames have it (RFC 9000 §19.8).
 */
final class StreamFields {
    private static final long FIN = 0x01;
    private static final long OFFSET = 0x04;
    /** STREAM frames have the types 0x08 to 0x0f. */
    private static final long FIRST_STREAM = 0x08;

    private static final long FLAGS = 0x07;
    /** The dissector's value for a frame without data. */
    private static final String NONE = "<MISSING>";

    private final FieldLine line;

    StreamFields(FieldLine line) {
        this.line = line;
    }

    StreamFrames frames() {
        var types = line.numbers(Field.FRAME_TYPE);
        int unknown = types.indexOf(FrameType.RESET_STREAM_AT.code());
        if (unknown >= 0) {
            return beforeUnknown(types.subList(0, unknown));
        }
        var streams = line.numbers(Field.STREAM_ID);
        var resets = line.numbers(Field.RESET_STREAM_ID);
        var stops = line.numbers(Field.STOP_SENDING_ID);
        if (streams.isEmpty() && resets.isEmpty() && stops.isEmpty()) {
            return StreamFrames.NONE;
        }
        var breaks = new ArrayList<StreamFrames.Break>();
        breaks.addAll(breaks(FrameType.RESET_STREAM, resets, Field.RESET_STREAM_CODE));
        breaks.addAll(breaks(FrameType.STOP_SENDING, stops, Field.STOP_SENDING_CODE));
        return new StreamFrames(data(streams), breaks);
    }

    /** Only the frames before one of an unknown type: the dissector parses everything after it wrongly. */
    private StreamFrames beforeUnknown(List<Long> types) {
        var known = types.stream().filter(it -> (it & ~FLAGS) == FIRST_STREAM).toList();
        var offsets = line.numbers(Field.STREAM_OFFSET);
        long withOffset = known.stream().filter(it -> (it & OFFSET) != 0).count();
        requireAtLeast(Field.STREAM_ID, line.numbers(Field.STREAM_ID).size(), known.size());
        requireAtLeast(Field.STREAM_OFFSET, offsets.size(), withOffset);
        requireAtLeast(Field.STREAM_DATA, line.texts(Field.STREAM_DATA).size(), known.size());
        var data = new ArrayList<StreamFrames.Data>();
        var offset = offsets.iterator();
        for (int i = 0; i < known.size(); i++) {
            data.add(data(known.get(i), i, offset));
        }
        return new StreamFrames(data, List.of());
    }

    private List<StreamFrames.Data> data(List<Long> streams) {
        var types = line.numbers(Field.FRAME_TYPE).stream()
                .filter(it -> (it & ~FLAGS) == FIRST_STREAM)
                .toList();
        var offsets = line.numbers(Field.STREAM_OFFSET);
        int bytes = line.texts(Field.STREAM_DATA).size();
        long withOffset = types.stream().filter(it -> (it & OFFSET) != 0).count();
        require(Field.STREAM_ID, streams.size(), types.size());
        require(Field.STREAM_OFFSET, offsets.size(), withOffset);
        require(Field.STREAM_DATA, bytes, types.size());
        var data = new ArrayList<StreamFrames.Data>();
        var offset = offsets.iterator();
        for (int i = 0; i < types.size(); i++) {
            data.add(data(types.get(i), i, offset));
        }
        return data;
    }

    private StreamFrames.Data data(long type, int index, Iterator<Long> offset) {
        return new StreamFrames.Data(
                line.numbers(Field.STREAM_ID).get(index),
                (type & OFFSET) != 0 ? offset.next() : 0,
                hex(line.texts(Field.STREAM_DATA).get(index)),
                (type & FIN) != 0);
    }

    private List<StreamFrames.Break> breaks(FrameType type, List<Long> streams, Field codeField) {
        var codes = line.numbers(codeField);
        require(codeField, codes.size(), streams.size());
        var breaks = new ArrayList<StreamFrames.Break>();
        for (int i = 0; i < streams.size(); i++) {
            breaks.add(new StreamFrames.Break(type, streams.get(i), codes.get(i)));
        }
        return breaks;
    }

    private static void requireAtLeast(Field field, long given, long expected) {
        require(field, Math.min(given, expected), expected);
    }

    private static void require(Field field, long given, long expected) {
        if (given != expected) {
            throw TraceUnavailable.unreadable(
                    "the dissector gave " + given + " values of " + field + " for " + expected + " frames");
        }
    }

    private static String hex(String text) {
        if (text.equals(NONE)) {
            return "";
        }
        if (text.length() % 2 != 0 || !text.chars().allMatch(it -> Character.digit(it, 16) >= 0)) {
            throw FieldLine.unexpected(Field.STREAM_DATA, text);
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
