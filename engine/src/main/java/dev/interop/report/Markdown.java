package dev.interop.report;

import dev.interop.Printable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Escapes untrusted text for Markdown (GitHub's flavour), so that exactly that text is shown. */
@API(status = Status.INTERNAL)
public final class Markdown {
    private Markdown() {}

    /** Escapes text for a line or a table's cell: no markup, HTML, table border or user mention remains. */
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

    /** Formats text as a code span. Not for use in a table, because a code span cannot escape a table border. */
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
