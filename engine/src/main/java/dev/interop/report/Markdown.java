package dev.interop.report;

import dev.interop.Printable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Text of unknown origin as Markdown (GitHub's flavour) that shows exactly that text. */
@API(status = Status.INTERNAL)
public final class Markdown {
    private Markdown() {}

    /** The text within a line or a table's cell: no markup, no HTML, no table border, no mention of a user. */
    public static String text(String text) {
        var out = new StringBuilder(text.length() + 16);
        Printable.of(text).chars().forEach(it -> {
            switch (it) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '~', '#', '|', '!', '$' ->
                    out.append('\\').append((char) it);
                default -> out.append((char) it);
            }
        });
        // "http://" and "www." become links by themselves.
        return out.toString().replace("://", ":&#47;/").replace("www.", "www&#46;");
    }

    /** The text as a code span. Not for use in a table, where a border could not be written. */
    public static String code(String text) {
        var shown = Printable.of(text);
        var fence = "`";
        while (shown.contains(fence)) {
            fence += "`";
        }
        var space = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + space + shown + space + fence;
    }
}
