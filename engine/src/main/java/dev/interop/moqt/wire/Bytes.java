package dev.interop.moqt.wire;

import dev.interop.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that do not change. */
public final class Bytes {
    /** None. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** These bytes; a copy is made. */
    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** The UTF-8 bytes of a text. */
    public static Bytes of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The bytes that hexadecimal digits stand for.
     *
     * @throws IllegalArgumentException when they are not such digits in pairs
     */
    public static Bytes ofHex(String digits) {
        return of(HexFormat.of().parseHex(digits));
    }

    /** How many they are. */
    public int size() {
        return content.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /** One of them, 0 to 255. */
    public int at(int index) {
        return content[index] & 0xff;
    }

    /** Those from one index up to, not with, another. */
    public Bytes slice(int from, int to) {
        return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** Whether they begin with these. */
    boolean startsWith(int... first) {
        if (first.length > content.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (at(i) != first[i]) {
                return false;
            }
        }
        return true;
    }

    void copyTo(ByteBuffer target) {
        target.put(content);
    }

    /** Lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** For people: the text that they are in UTF-8, made fit for one line; {@code 0x…} where they are none. */
    @Override
    public String toString() {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return Printable.of(text.toString());
        } catch (CharacterCodingException notText) {
            return "0x" + hex();
        }
    }
}
