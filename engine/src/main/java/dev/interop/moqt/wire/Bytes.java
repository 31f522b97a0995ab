package dev.interop.moqt.wire;

import dev.interop.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An immutable sequence of bytes. */
@API(status = Status.INTERNAL)
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Creates a copy of these bytes. */
    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** The UTF-8 bytes of a text. */
    public static Bytes of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Parses hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text is not pairs of hexadecimal digits
     */
    public static Bytes ofHex(String digits) {
        return of(HexFormat.of().parseHex(digits));
    }

    /** The number of bytes. */
    public int size() {
        return content.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /** The byte at an index, 0 to 255. */
    public int at(int index) {
        return content[index] & 0xff;
    }

    /** The bytes from one index up to another, which is excluded. */
    public Bytes slice(int from, int to) {
        return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** Whether the bytes begin with these. */
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

    /** The bytes as lower-case hexadecimal digits. */
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

    /** The bytes as UTF-8 text, escaped to fit one line; {@code 0x…} if they are not UTF-8. */
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
