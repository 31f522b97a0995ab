package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks invariants that hold for any bytes and any options. */
final class Invariants {

    private Invariants() {}

    static void check(TapOptions options, byte[] bytes, int chunk) throws IOException {
        Recorded whole = Recorded.of(options, bytes, Math.max(1, bytes.length));
        assertThat(Recorded.of(options, bytes, chunk))
                .as("in chunks of %d", chunk)
                .isEqualTo(whole);
        eventsAreInOrder(whole, bytes.length);
        subtestsAreWellNested(whole);
        countsAddUp(whole);
        noFailureIsGreen(whole);
        writingAndReadingAgain(whole);
    }

    private static void eventsAreInOrder(Recorded read, int length) {
        long offset = 0;
        for (TapEvent event : read.events()) {
            assertThat(event.offset()).isBetween(0L, (long) length);
            assertThat(event.depth()).isBetween(0, TapLimits.DEFAULT.depth());
            if (event instanceof TapEvent.Point || event instanceof TapEvent.Plan || event instanceof TapEvent.NonTap) {
                assertThat(event.offset()).isGreaterThanOrEqualTo(offset);
                offset = event.offset();
            }
        }
        assertThat(read.events().get(read.events().size() - 1)).isInstanceOf(TapEvent.End.class);
    }

    private static void subtestsAreWellNested(Recorded read) {
        Deque<TapEvent.SubtestStart> open = new ArrayDeque<>();
        for (TapEvent event : read.events()) {
            if (event instanceof TapEvent.SubtestStart start) {
                assertThat(start.depth()).isEqualTo(open.size() + 1);
                open.push(start);
            } else if (event instanceof TapEvent.SubtestEnd end) {
                assertThat(open.pop()).extracting(TapEvent.SubtestStart::name).isEqualTo(end.name());
            } else if (event instanceof TapEvent.Point || event instanceof TapEvent.Plan) {
                assertThat(event.depth()).isEqualTo(open.size());
            }
        }
        assertThat(open).isEmpty();
    }

    private static void countsAddUp(Recorded read) {
        Stream<TapResult> subtests =
                read.all(TapEvent.SubtestEnd.class).stream().map(TapEvent.SubtestEnd::result);
        List<TapCounts> all = Stream.concat(subtests, Stream.of(read.result()))
                .map(TapResult::counts)
                .toList();
        for (TapCounts counts : all) {
            assertThat(counts.passed() + counts.notOk()).isEqualTo(counts.points());
            assertThat(counts.failed()).isLessThanOrEqualTo(counts.notOk());
        }
        assertThat(all.stream().mapToLong(TapCounts::points).sum())
                .isEqualTo(read.points().size());
    }

    private static void noFailureIsGreen(Recorded read) {
        boolean failed = read.points().stream().anyMatch(point -> point.depth() == 0 && point.failed());
        boolean bailed = !read.all(TapEvent.BailOut.class).isEmpty();
        if (failed || bailed) {
            assertThat(read.result().ok()).isFalse();
        }
    }

    private static void writingAndReadingAgain(Recorded read) throws IOException {
        TapDocument document = document(read.events());
        StringBuilder text = new StringBuilder();
        new TapWriter(text).write(document);
        TapDocument again = Tap.document(text.toString(), TapOptions.lenient());
        assertThat(again.result().bailOut()).isEqualTo(document.result().bailOut());
        assertThat(outline(again)).as(text.toString()).isEqualTo(outline(document));
        StringBuilder textAgain = new StringBuilder();
        new TapWriter(textAgain).write(again);
        assertThat(textAgain).hasToString(text.toString());

        StringBuilder streamed = new StringBuilder();
        TapWriter writer = new TapWriter(streamed);
        for (TapEvent event : read.events()) {
            writer.write(event);
        }
        assertThat(outline(Tap.document(streamed.toString(), TapOptions.lenient())))
                .as(streamed.toString())
                .isEqualTo(outline(document));
    }

    private static TapDocument document(List<TapEvent> events) {
        TapDocumentBuilder builder = new TapDocumentBuilder(TapOptions.lenient());
        events.forEach(builder);
        return builder.document();
    }

    /** The facts that survive writing and reading again: neither positions nor lines that are not TAP, nor the form of a line. */
    private static String outline(TapDocument document) {
        String points = document.points().stream().map(Invariants::outline).collect(Collectors.joining("\n"));
        return document.plan().map(plan -> plan.start() + ".." + plan.end() + plan.comment())
                + " "
                + document.result().counts()
                + document.result().explicitIds()
                + document.result().duplicateIds()
                + "\n"
                + points.indent(2);
    }

    private static String outline(TestPoint tested) {
        TapEvent.Point point = tested.point();
        Optional<String> subtest = tested.subtest().filter(Invariants::hasTap).map(Invariants::outline);
        return point.ok()
                + " " + point.explicitId() + point.id() + " '" + point.description() + "'" + point.directive()
                + point.time()
                + tested.diagnostic().map(TapEvent.Diagnostic::yaml)
                + subtest.map(text -> "\n" + text).orElse("");
    }

    private static boolean hasTap(TapDocument document) {
        return document.subtests().stream().anyMatch(Invariants::hasTap)
                || document.lines().stream()
                        .anyMatch(line -> line instanceof TapEvent.Point
                                || line instanceof TapEvent.Plan
                                || line instanceof TapEvent.Pragma
                                || line instanceof TapEvent.Version);
    }
}
