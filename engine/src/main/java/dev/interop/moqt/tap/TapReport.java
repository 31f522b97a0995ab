package dev.interop.moqt.tap;

import dev.interop.Printable;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.tap.Tap;
import dev.interop.tap.TapDocument;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TapOptions;
import dev.interop.tap.TapResult;
import dev.interop.tap.TestPoint;
import dev.interop.verdict.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client printed, as TAP 14. Lines that are not TAP (logs, also coloured ones, and what stands before the
 * version) are passed over.
 *
 * @param document its points, its plan, and what is wrong with them
 */
public record TapReport(TapDocument document) {
    private static final int LONGEST_NAME = 200;

    /** The report in this recording; an empty one where the client printed nothing. */
    public static TapReport of(Recording recording) {
        var output = recording.stdout(ContainerRole.CLIENT);
        if (!Files.isRegularFile(output)) {
            return new TapReport(Tap.document("", TapOptions.lenient()));
        }
        try (var in = Files.newInputStream(output)) {
            return new TapReport(Tap.document(in, TapOptions.lenient()));
        } catch (IOException unreadable) {
            return new TapReport(Tap.document("", TapOptions.lenient()));
        }
    }

    TapResult result() {
        return document.result();
    }

    public List<TestPoint> points() {
        return document.points();
    }

    /** Whether there is no TAP at all. */
    boolean isMissing() {
        return result().version().isEmpty()
                && result().plan().isEmpty()
                && result().bailOut().isEmpty()
                && result().counts().points() == 0;
    }

    /** The points of a test case, under our name of it or the client's. */
    public List<TestPoint> points(String test, Recording recording) {
        var names = names(test, recording);
        return points().stream().filter(it -> names.contains(name(it))).toList();
    }

    /** The test cases that are reported as passed, and not also otherwise, in our names of them where we have one. */
    List<String> claimed(Recording recording) {
        var passed = new LinkedHashMap<String, Boolean>();
        for (var it : points()) {
            boolean ok = it.point().ok() && it.point().directive().isEmpty();
            passed.merge(ours(it, recording), ok, Boolean::logicalAnd);
        }
        return passed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a point is a result of, in our name of it where we have one. */
    public static String ours(TestPoint point, Recording recording) {
        var name = name(point);
        return recording.setup().caseNames().entrySet().stream()
                .filter(it -> it.getValue().equals(name))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> Printable.of(name));
    }

    /** What a test case may be called. */
    static Set<String> names(String test, Recording recording) {
        return Stream.concat(
                        Stream.of(test),
                        Optional.ofNullable(recording.setup().caseNames().get(test)).stream())
                .collect(Collectors.toSet());
    }

    public static String name(TestPoint point) {
        return point.point().description().strip();
    }

    /** A point in a line, such as {@code not ok 1 - setup-only: the relay closed the connection}. */
    static String shown(TestPoint point) {
        var message = point.diagnostic()
                .map(it -> new Diagnostic(it.yaml()))
                .flatMap(Diagnostic::message)
                .map(": "::concat)
                .orElse("");
        var line = Printable.of(point.point().raw().strip() + message);
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
    }

    static Location where(TapEvent event) {
        return where(event.line());
    }

    static Location where(long line) {
        return Location.ofLine("client/stdout.log", (int) Math.min(Integer.MAX_VALUE, Math.max(1, line)));
    }
}
