package dev.interop.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Seeds in JSON: hexadecimal text, because many JSON readers cannot represent 64-bit numbers exactly. */
@API(status = Status.INTERNAL)
public final class SeedJson {
    private static final String PREFIX = "0x";
    private static final int HEXADECIMAL = 16;

    private SeedJson() {}

    /** Writes a seed. */
    public static final class Writer extends JsonSerializer<Long> {
        /** For Jackson. */
        public Writer() {}

        @Override
        public void serialize(Long seed, JsonGenerator json, SerializerProvider context) throws IOException {
            json.writeString(PREFIX + Long.toHexString(seed));
        }
    }

    /** Reads a seed that {@link Writer} wrote. */
    public static final class Reader extends JsonDeserializer<Long> {
        /** For Jackson. */
        public Reader() {}

        @Override
        public Long deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = json.getText();
            try {
                return Long.parseUnsignedLong(
                        text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "", HEXADECIMAL);
            } catch (NumberFormatException e) {
                return (Long) context.handleWeirdStringValue(
                        Long.class, text, "seed '%s' is no hexadecimal number, such as 0x5f21c0", text);
            }
        }
    }
}
