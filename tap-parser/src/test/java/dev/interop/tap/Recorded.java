package dev.interop.tap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Records the events of a parser for a text. */
record Recorded(List<TapEvent> events, TapResult result) {

    static Recorded of(String... lines) {
        return of(TapOptions.lenient(), lines);
    }

    static Recorded invariantsHoldInStrictMode(String... lines) {
        return of(TapOptions.strict(), lines);
    }

    static Recorded of(TapOptions options, String... lines) {
        return of(options, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    static Recorded of(TapOptions options, byte[] bytes, int chunk) {
        List<TapEvent> events = new ArrayList<>();
        TapParser parser = new TapParser(options, events::add);
        for (int at = 0; at < bytes.length; at += chunk) {
            parser.feed(bytes, at, Math.min(chunk, bytes.length - at));
            if (chunk == Integer.MAX_VALUE) {
                break;
            }
        }
        return new Recorded(events, parser.finish());
    }

    <T extends TapEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<TapEvent.Point> points() {
        return all(TapEvent.Point.class);
    }

    TapEvent.Point point() {
        return points().get(0);
    }

    List<ProblemCode> problems() {
        return all(TapEvent.Problem.class).stream().map(TapEvent.Problem::code).toList();
    }

    /** The kinds of events in order, each with its depth, such as {@code Point1}; problems and the end left out. */
    String shape() {
        return events.stream()
                .filter(event -> !(event instanceof TapEvent.Problem) && !(event instanceof TapEvent.End))
                .map(event -> event.getClass().getSimpleName() + event.depth())
                .collect(Collectors.joining(" "));
    }
}
