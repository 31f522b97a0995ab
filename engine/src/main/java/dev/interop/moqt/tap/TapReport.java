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
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A client's standard output read as TAP 14. Lines that are not TAP, such as logs and lines before the version, are ignored.
 *
 * @param document the points, the plan, and their problems
 */
@API(status = Status.INTERNAL)
public record TapReport(TapDocument document) {
    private static final int MAX_LINE_LENGTH = 200;

    /** The report in a recording; an empty one if the client printed nothing. */
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

    /** Whether the output has no TAP at all. */
    boolean isMissing() {
        return result().version().isEmpty()
                && result().plan().isEmpty()
                && result().bailOut().isEmpty()
                && result().counts().points() == 0;
    }

    /** The points of a test case, under the contract's name or the client's. */
    public List<TestPoint> points(String test, Recording recording) {
        var names = names(test, recording);
        return points().stream().filter(it -> names.contains(name(it))).toList();
    }

    /** The test cases that are reported only as passed, by the contract's names where it has one. */
    List<String> claimed(Recording recording) {
        var passed = new LinkedHashMap<String, Boolean>();
        for (var it : points()) {
            boolean ok = it.point().ok() && it.point().directive().isEmpty();
            passed.merge(contractName(it, recording), ok, Boolean::logicalAnd);
        }
        return passed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The test case that a point is about, by the contract's name if it has one. */
    public static String contractName(TestPoint point, Recording recording) {
        var name = name(point);
        return recording.setup().caseNames().entrySet().stream()
                .filter(it -> it.getValue().equals(name))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> Printable.of(name));
    }

    /** The names that a test case may have in a report. */
    static Set<String> names(String test, Recording recording) {
        return Stream.concat(
                        Stream.of(test),
                        Optional.ofNullable(recording.setup().caseNames().get(test)).stream())
                .collect(Collectors.toSet());
    }

    public static String name(TestPoint point) {
        return point.point().description().strip();
    }

    /** A point as one line, such as {@code not ok 1 - setup-only: the relay closed the connection}. */
    static String shown(TestPoint point) {
        var message = point.diagnostic()
                .map(it -> new Diagnostic(it.yaml()))
                .flatMap(Diagnostic::message)
                .map(": "::concat)
                .orElse("");
        return Printable.cut(point.point().raw().strip() + message, MAX_LINE_LENGTH);
    }

    static Location where(TapEvent event) {
        return where(event.line());
    }

    static Location where(long line) {
        return Location.ofLine("client/stdout.log", (int) Math.min(Integer.MAX_VALUE, Math.max(1, line)));
    }
}
