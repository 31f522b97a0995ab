package dev.interop.engine;

import dev.interop.plan.Cell;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;

/** Names of cells that build tools and IDEs keep apart and can select by. */
final class Naming {
    private Naming() {}

    /** Unique within the class: {@code CLIENT × SERVER › TEST}; reports show it as the test's method. */
    static String method(Cell cell) {
        return plain(cell.client().name()) + " × " + plain(cell.server().name()) + " › " + plain(cell.title());
    }

    /** Unique within the class: a result's path behind its cell's name. */
    static String method(Cell cell, List<String> path) {
        return path.stream().map(Naming::plain).collect(Collectors.joining(" › ", method(cell) + " › ", ""));
    }

    /** A tag such as {@code client:quic-go}. */
    static TestTag tag(String kind, String name) {
        var value = kind + ":" + name;
        return TestTag.create(TestTag.isValid(value) ? value : value.replaceAll("[\\s,()&|!]", "_"));
    }

    /** Surefire's filters give these characters a meaning; look-alikes keep names distinct. */
    private static String plain(String name) {
        return name.replace('.', '·')
                .replace('/', '∕')
                .replace('+', '＋')
                .replace('#', '＃')
                .replace('!', 'ǃ')
                .replace(',', '‚')
                .replace('[', '❲')
                .replace(']', '❳');
    }
}
