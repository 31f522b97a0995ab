package dev.interop.tap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Sample streams that use every part of the parser, and random variations of them. */
final class Samples {

    static final List<String> LINES = List.of(
            "TAP version 14",
            "TAP version 13",
            "TAP version 12",
            "1..3",
            "1..0 # SKIP why",
            "5..2",
            "1..99999999999999999999",
            "ok",
            "ok 1",
            "not ok 2 - broken",
            "ok 3 - a \\# b # TODO c",
            "not ok # skip",
            "ok 1 - x {",
            "{",
            "}",
            "ok - x # time=1ms {",
            "# Subtest: x",
            "# Subtest",
            "# comment",
            "pragma +strict",
            "pragma -strict",
            "pragma +a, -b",
            "Bail out! gone",
            "bail out!",
            "---",
            "...",
            "a: 1",
            "- [x, *y]",
            "noise",
            "okay",
            "",
            "  ",
            "\t",
            "späť 日本",
            "ok 9223372036854775808",
            "ok 4 - \\\\# todo x",
            "not",
            "ok\t1\t-\ttab",
            "\tok 1",
            "# Subtest: \u001d x\u2003",
            "# Subtest:x",
            "1..0 # SKIP\u001f why\u0085",
            "ok \u2028 - \uFEFFa\u0000 # TODO \u001c",
            "\u2003",
            "client-1  | ok 1");

    static final List<String> INDENTS =
            List.of("", "", "", "  ", "    ", "    ", "      ", "        ", "            ", " ");

    static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r");

    private Samples() {}

    /** A stream of lines taken at random. */
    static byte[] lines(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pick(random, INDENTS)).append(pick(random, LINES)).append(pick(random, ENDS));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes with some changed, dropped, doubled or inserted. */
    static byte[] mutate(Random random, byte[] bytes) {
        byte[] mutated = bytes.clone();
        for (int i = random.nextInt(8); i > 0 && mutated.length > 0; i--) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] = (byte) random.nextInt(256);
                case 1 -> mutated = without(mutated, at, Math.min(mutated.length, at + 1 + random.nextInt(9)));
                case 2 -> mutated = inserted(mutated, at, pick(random, LINES).getBytes(StandardCharsets.UTF_8));
                default -> mutated = inserted(mutated, at, new byte[] {(byte) (random.nextBoolean() ? '\n' : ' ')});
            }
        }
        return mutated;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
