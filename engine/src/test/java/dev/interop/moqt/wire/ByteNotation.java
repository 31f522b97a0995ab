package dev.interop.moqt.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Parses a notation of bytes: hexadecimal digits and quoted texts, with blanks anywhere between. Braces around a message's
 * body stand for its 16-bit length and the body.
 */
final class ByteNotation {
    private static final Pattern PART =
            Pattern.compile("\\s*(?:\"(?<text>[^\"]*)\"|(?<hex>[0-9a-f]+)|\\{(?<body>[^}]*)})\\s*");

    private ByteNotation() {}

    static Bytes bytes(String notation) {
        return Bytes.of(content(notation));
    }

    private static byte[] content(String notation) {
        var out = new ByteArrayOutputStream();
        var part = PART.matcher(notation.strip());
        while (part.lookingAt()) {
            if (part.group("text") != null) {
                out.writeBytes(part.group("text").getBytes(StandardCharsets.UTF_8));
            } else if (part.group("hex") != null) {
                out.writeBytes(HexFormat.of().parseHex(part.group("hex")));
            } else {
                var body = content(part.group("body"));
                out.write(body.length >> 8);
                out.write(body.length);
                out.writeBytes(body);
            }
            part.region(part.end(), part.regionEnd());
        }
        if (part.regionStart() != part.regionEnd()) {
            throw new IllegalArgumentException(notation);
        }
        return out.toByteArray();
    }
}
