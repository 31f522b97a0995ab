package dev.interop.cli;

import dev.interop.report.Colour;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The properties of the output device.
 *
 * @param interactive whether a line can be overwritten
 * @param palette whether and how to colour
 * @param columns its width
 * @param charset the characters that it can show
 */
record Terminal(boolean interactive, Colour palette, int columns, Charset charset) {
    private static final int DEFAULT_COLUMNS = 120;

    /** Detects the terminal from the environment; NO_COLOR, TERM=dumb and COLUMNS are honoured. */
    static Terminal of(Map<String, String> environment, boolean console) {
        var interactive = console && !"dumb".equals(environment.get("TERM"));
        var colour = interactive && !environment.containsKey("NO_COLOR");
        return new Terminal(
                interactive, colour ? Colour.ALWAYS : Colour.NEVER, columns(environment), StandardCharsets.UTF_8);
    }

    /** The text, cut so that it takes one line. */
    String fitted(String text) {
        return text.length() < columns ? text : text.substring(0, columns - 2) + "…";
    }

    private static int columns(Map<String, String> environment) {
        try {
            return Math.max(40, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return DEFAULT_COLUMNS;
        }
    }
}
