package dev.interop.tap.cli;

import dev.interop.tap.TapEvent;
import dev.interop.tap.TapResult;
import dev.interop.tap.TapWriter;
import java.util.function.Consumer;

/** Several streams as one: each a subtest with its verdict. TAP 14, section "Subtests", first example. */
final class JoinedTapReport implements Report {

    private final Output out;
    private int streams;

    JoinedTapReport(Output out) {
        this.out = out;
        out.line("TAP version 14");
    }

    @Override
    public Consumer<TapEvent> begin(String input) {
        out.line("# Subtest: " + escaped(input));
        return TapReport.events(TapWriter.ofSubtest(out));
    }

    @Override
    public void end(String input, TapResult result) {
        streams++;
        out.line((result.ok() ? "ok " : "not ok ") + streams + " - " + escaped(input));
    }

    @Override
    public void finish() {
        out.line("1.." + streams);
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("#", "\\#").replace('\n', ' ').replace('\r', ' ');
    }
}
