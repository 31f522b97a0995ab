package dev.interop.plan;

import dev.interop.UserError;
import java.util.Locale;

/** How seeds are written: hexadecimal with {@code 0x}, as they are printed, or decimal. */
public final class Seeds {
    private Seeds() {}

    /** As it is printed. */
    public static String format(long seed) {
        return "0x" + Long.toHexString(seed);
    }

    /**
     * Reads what {@link #format} wrote, or a decimal number.
     *
     * @throws UserError when it is neither
     */
    public static long parse(String text) {
        try {
            var lower = text.strip().toLowerCase(Locale.ROOT);
            return lower.startsWith("0x")
                    ? Long.parseUnsignedLong(lower.substring(2), 16)
                    : Long.parseUnsignedLong(lower);
        } catch (NumberFormatException e) {
            throw new UserError("seed '" + text + "' is no number; give it as printed, such as 0x5f21c0", e);
        }
    }
}
