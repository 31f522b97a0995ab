package dev.interop.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/** How drafts are written: with two digits at least, as the IETF does; {@code draft-7} is {@code draft-07}. */
public final class DraftName {
    private static final Pattern NAME = Pattern.compile("draft-(\\d{1,4})");

    private DraftName() {}

    /** The one spelling of a draft's name; what is no draft's name stays as it is. */
    public static String canonical(String written) {
        var matcher = NAME.matcher(written);
        return matcher.matches() ? of(Integer.parseInt(matcher.group(1))) : written;
    }

    /** The name of the draft of this number. */
    public static String of(int number) {
        return String.format(Locale.ROOT, "draft-%02d", number);
    }
}
