package dev.interop.trace;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the decrypted payloads of packets with a frame that the dissector does not know from the dissector's hexadecimal
 * dump, since no field has them.
 */
final class PayloadDump {
    /** The arguments that make tshark print the dump of each such packet. */
    static final List<String> ARGUMENTS = List.of("-Y", "quic.frame_type == 0x24", "-x", "--hexdump", "noascii");

    private static final String BEGINNING = "Decrypted QUIC (";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{4,8}  ((?:[0-9a-f]{2} {0,2}){1,16})\\s*");
    /** More lines than any honest endpoint causes. */
    private static final int MOST_LINES = 1_000_000;

    private final List<byte[]> payloads = new ArrayList<>();

    /** The payloads, one per packet, in order. */
    List<byte[]> payloads() {
        return payloads;
    }

    /**
     * Reads the dump to its end.
     *
     * @throws TraceUnavailable when the dump is too long
     * @throws IOException when the dump ends early
     */
    void read(InputStream stdout) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.ISO_8859_1));
        var payload = new ByteArrayOutputStream();
        var inside = false;
        int count = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (++count > MOST_LINES) {
                throw TraceUnavailable.unreadable("the dissector gave a dump of more than " + MOST_LINES + " lines");
            }
            var bytes = LINE.matcher(line);
            if (inside && bytes.matches()) {
                payload.writeBytes(HexFormat.of().parseHex(bytes.group(1).replace(" ", "")));
            } else {
                if (inside) {
                    payloads.add(payload.toByteArray());
                    payload.reset();
                }
                inside = line.startsWith(BEGINNING);
            }
        }
        if (inside) {
            payloads.add(payload.toByteArray());
        }
    }
}
