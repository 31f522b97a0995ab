package dev.interop.tap.cli;

import dev.interop.tap.TapEvent;
import dev.interop.tap.TapResult;
import dev.interop.tap.TapWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Prints a stream as TAP 14. */
final class TapReport implements Report {

    private final Output out;

    TapReport(Output out) {
        this.out = out;
    }

    @Override
    public Consumer<TapEvent> begin(String input) {
        return events(new TapWriter(out));
    }

    static Consumer<TapEvent> events(TapWriter writer) {
        return event -> {
            try {
                writer.write(event);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void end(String input, TapResult result) {
        // The writer wrote everything with the last event.
    }
}
