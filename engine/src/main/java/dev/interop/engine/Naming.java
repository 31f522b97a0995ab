package dev.interop.engine;

import dev.interop.Printable;
import dev.interop.plan.Cell;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;

/** Names of cells that are unique and selectable in build tools and IDEs. */
final class Naming {
    /** Stands between a cell's name and that of a result below it. */
    static final String BELOW = " › ";

    private Naming() {}

    /** Unique within the class: {@code CLIENT × SERVER › TEST}; reports show it as the test's method. */
    static String method(Cell cell) {
        return plain(cell.client().name()) + " × " + plain(cell.server().name()) + " › " + plain(cell.title());
    }

    /** The cell's name followed by a result's path; unique within the class. */
    static String method(Cell cell, List<String> path) {
        return path.stream().map(Naming::plain).collect(Collectors.joining(BELOW, method(cell) + BELOW, ""));
    }

    /** A tag such as {@code client:quic-go}. */
    static TestTag tag(String kind, String name) {
        var value = kind + ":" + name;
        return TestTag.create(TestTag.isValid(value) ? value : value.replaceAll("[\\s,()&|!]", "_"));
    }

    /** Replaces the characters that Surefire's filters interpret by look-alikes, which keep names distinct. */
    private static String plain(String name) {
        return Printable.of(name)
                .replace('.', '·')
                .replace('/', '∕')
                .replace('+', '＋')
                .replace('#', '＃')
                .replace('!', 'ǃ')
                .replace(',', '‚')
                .replace('[', '❲')
                .replace(']', '❳');
    }
}
