package dev.interop.engine;

import dev.interop.plan.Cell;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A cell as a test. Its source is a method that does not exist, with a name that is unique in its class. Where its parts
 * are known beforehand it is a container of them and of its verdict, and none where filters left nothing of these.
 */
final class CellDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "testcase";

    private final Class<?> testClass;
    private final Cell cell;
    private final Type type;
    private final Set<List<String>> awaited = new LinkedHashSet<>();

    private CellDescriptor(UniqueId parent, Class<?> testClass, Cell cell, Type type) {
        super(
                parent.append(SEGMENT, cell.title()),
                cell.title(),
                MethodSource.from(testClass.getName(), Naming.method(cell)));
        this.testClass = testClass;
        this.cell = cell;
        this.type = type;
    }

    /** A cell of this matrix. What its client reports are tests below it, if the protocol's do and the user wants it. */
    static CellDescriptor of(UniqueId parent, MatrixDescriptor matrix, Cell cell) {
        var reports = cell.protocol().reports() && matrix.settings().subtests();
        var reporting = cell.test().parts().isEmpty() ? Type.CONTAINER_AND_TEST : Type.CONTAINER;
        return new CellDescriptor(parent, matrix.testClass(), cell, reports ? reporting : Type.TEST);
    }

    Class<?> testClass() {
        return testClass;
    }

    /** The names of what its client will report, as far as that is known before it runs. */
    List<String> partNames() {
        return type == Type.CONTAINER ? cell.test().parts() : List.of();
    }

    /** The parts that were selected, by name. */
    Map<String, SubtestDescriptor> parts() {
        return getChildren().stream()
                .filter(SubtestDescriptor.class::isInstance)
                .map(SubtestDescriptor.class::cast)
                .filter(it -> partNames().contains(it.getDisplayName()))
                .collect(Collectors.toMap(
                        SubtestDescriptor::getDisplayName, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Its client is to report this, which nobody knows beforehand. */
    void await(List<String> path) {
        awaited.add(List.copyOf(path));
    }

    /** What was selected by its id, and can be told only when the client reports it. */
    Set<List<String>> awaited() {
        return awaited;
    }

    /** The test that its verdict is, where it stands beside the parts and is selected. */
    Optional<VerdictDescriptor> verdict() {
        return getChildren().stream()
                .filter(VerdictDescriptor.class::isInstance)
                .map(VerdictDescriptor.class::cast)
                .findFirst();
    }

    Cell cell() {
        return cell;
    }

    @Override
    public Set<TestTag> getTags() {
        var tags = new HashSet<>(Set.of(
                Naming.tag("protocol", cell.protocol().name()),
                Naming.tag(GroupDescriptor.CLIENT, cell.client().name()),
                Naming.tag(GroupDescriptor.SERVER, cell.server().name()),
                Naming.tag("test", cell.test().name())));
        cell.route().transport().ifPresent(it -> tags.add(Naming.tag("transport", it)));
        cell.route().version().ifPresent(it -> tags.add(Naming.tag("version", it)));
        cell.route().versionRelation().ifPresent(it -> tags.add(Naming.tag("standing", it.label())));
        return tags;
    }

    @Override
    public String getLegacyReportingName() {
        return Naming.method(cell);
    }

    @Override
    public Type getType() {
        return type;
    }

    /** Whether what its client reports is shown. */
    boolean reports() {
        return type != Type.TEST;
    }

    @Override
    public boolean mayRegisterTests() {
        return type == Type.CONTAINER_AND_TEST
                || type == Type.CONTAINER && !getChildren().isEmpty();
    }
}
