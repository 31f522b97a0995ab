package dev.interop.tap.cli;

import dev.interop.tap.ContainerLogFilter;
import dev.interop.tap.TapParser;
import dev.interop.tap.TapResult;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/**
 * The command {@code tap-parser}.
 *
 * <p>Exit status: 0 if every stream is ok, 1 if one is not, 2 for wrong usage or a failure of input or output.
 */
public final class TapCommand {

    private static final int OK = 0;
    private static final int NOT_OK = 1;
    private static final int FAULT = 2;
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream errors;

    TapCommand(InputStream in, OutputStream out, PrintStream errors) {
        this.in = in;
        this.out = out;
        this.errors = errors;
    }

    /** Runs the command. */
    public static void main(String[] arguments) {
        // System.in and System.out would add a buffer and a lock each.
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(new TapCommand(in, out, System.err).run(arguments));
    }

    int run(String... words) {
        try {
            Arguments arguments = Arguments.parse(words);
            return switch (arguments.action()) {
                case HELP -> print(Help.text());
                case VERSION -> print(Help.version());
                case READ -> read(arguments);
            };
        } catch (UsageException e) {
            errors.println("tap-parser: " + e.getMessage());
            errors.print(Help.usage());
        } catch (UncheckedIOException e) {
            errors.println("tap-parser: " + e.getCause().getMessage());
        } catch (IOException e) {
            errors.println("tap-parser: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            // JSON keeps the document. Without a result the exit status must not be that of a result.
            errors.println("tap-parser: not enough memory; see java -Xmx");
        }
        return FAULT;
    }

    private int print(String text) {
        try (Output output = new Output(out)) {
            output.write(text, 0, text.length());
        }
        return OK;
    }

    private int read(Arguments arguments) throws IOException {
        boolean ok = true;
        try (Output output = new Output(out)) {
            Report report = arguments
                    .format()
                    .report(output, arguments.options(), arguments.inputs().size());
            for (String input : arguments.inputs()) {
                ok &= read(input, arguments, report, output).ok();
            }
            report.finish();
        }
        return ok ? OK : NOT_OK;
    }

    private TapResult read(String input, Arguments arguments, Report report, Output output) throws IOException {
        TapParser parser = new TapParser(arguments.options(), report.begin(input));
        try (InputStream source = open(input)) {
            if (arguments.service().isPresent()) {
                ContainerLogFilter log =
                        new ContainerLogFilter(arguments.service().get(), parser::feed);
                copy(source, log::feed, output);
                log.finish();
            } else {
                copy(source, parser::feed, output);
            }
        }
        TapResult result = parser.finish();
        report.end(input, result);
        return result;
    }

    /** Flushes the report before waiting for more input. */
    private static void copy(InputStream from, ContainerLogFilter.ByteSink to, Output output) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            to.accept(buffer, 0, length);
            output.flush();
        }
    }

    private InputStream open(String input) throws IOException {
        return input.equals(Arguments.STANDARD_INPUT) ? in : new FileInputStream(input);
    }
}
