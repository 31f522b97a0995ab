package dev.interop.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name by which the user called the command. Messages name {@code ./interop}, the script of a checkout; output for
 * another script shows that script's name in its place.
 */
record CommandName(String name) {
    /** The system property that a script sets to its name. */
    static final String PROPERTY = "interop.command";

    private static final String OF_CHECKOUT = "./interop";

    /** Only as a whole word: a text may have this name already, such as {@code ../interop}. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w./-])" + Pattern.quote(OF_CHECKOUT) + "(?=\\s)");

    static CommandName of(Properties properties) {
        return new CommandName(Optional.ofNullable(properties.getProperty(PROPERTY))
                .filter(it -> !it.isEmpty())
                .orElse(OF_CHECKOUT));
    }

    /** Replaces {@code ./interop} in a text by this name. */
    String in(String text) {
        return name.equals(OF_CHECKOUT) ? text : CALL.matcher(text).replaceAll(Matcher.quoteReplacement(name));
    }

    /** Replaces {@code ./interop} in everything that is written to {@code out}. */
    PrintWriter in(PrintWriter out) {
        return name.equals(OF_CHECKOUT) ? out : new PrintWriter(new NamingWriter(out), true);
    }

    private final class NamingWriter extends FilterWriter {
        NamingWriter(Writer out) {
            super(out);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(in(text.substring(offset, offset + length)));
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            write(new String(text, offset, length), 0, length);
        }
    }
}
