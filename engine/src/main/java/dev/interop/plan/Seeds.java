package dev.interop.plan;

import dev.interop.UserError;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Formats and parses seeds: hexadecimal with {@code 0x}, or decimal. */
@API(status = Status.INTERNAL)
public final class Seeds {
    private Seeds() {}

    /** Formats a seed as {@code 0x} and hexadecimal digits. */
    public static String format(long seed) {
        return "0x" + Long.toHexString(seed);
    }

    /**
     * Parses the form that {@link #format} writes, or a decimal number.
     *
     * @throws UserError when the text is neither
     */
    public static long parse(String text) {
        try {
            var lower = text.strip().toLowerCase(Locale.ROOT);
            return lower.startsWith("0x")
                    ? Long.parseUnsignedLong(lower.substring(2), 16)
                    : Long.parseUnsignedLong(lower);
        } catch (NumberFormatException e) {
            throw new UserError("seed '" + text + "' is not a number; write it as it was printed, such as 0x5f21c0", e);
        }
    }
}
