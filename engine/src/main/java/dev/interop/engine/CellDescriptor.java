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
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A cell as a test. Its source is a method that does not exist, with a name that is unique in its class. If the parts
 * of its report are known beforehand, the cell is a container of these parts and of its verdict; a cell whose children
 * are all filtered out is no container.
 */
final class CellDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "testcase";

    private final MatrixDescriptor matrix;
    private final Cell cell;
    private final Type type;
    private Set<List<String>> awaited = Set.of();

    private CellDescriptor(UniqueId id, String title, MatrixDescriptor matrix, Cell cell, Type type) {
        super(id, title);
        this.matrix = matrix;
        this.cell = cell;
        this.type = type;
    }

    /**
     * Creates the descriptor of a cell. The results that its client reports become tests below it, if the protocol's
     * clients report and the user wants them shown.
     */
    static CellDescriptor of(UniqueId parent, MatrixDescriptor matrix, Cell cell) {
        var reports = cell.protocol().showsReports();
        var reporting = cell.test().parts().isEmpty() ? Type.CONTAINER_AND_TEST : Type.CONTAINER;
        var title = cell.title();
        return new CellDescriptor(parent.append(SEGMENT, title), title, matrix, cell, reports ? reporting : Type.TEST);
    }

    Class<?> testClass() {
        return matrix.testClass();
    }

    /** Made when it is asked for: a matrix can have half a million cells. */
    @Override
    public Optional<TestSource> getSource() {
        return Optional.of(MethodSource.from(testClass().getName(), Naming.method(cell)));
    }

    /** The names of the parts that its client will report, as far as they are known before it runs. */
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

    /** Selects a result by its path that is known only when the client reports it. */
    void await(List<String> path) {
        var more = new LinkedHashSet<>(awaited);
        more.add(List.copyOf(path));
        awaited = more;
    }

    /** The paths that were selected by id and are known only when the client reports them. */
    Set<List<String>> awaited() {
        return awaited;
    }

    /** The test for the verdict, if the cell has one beside its parts and it is selected. */
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
        var tags = new HashSet<>(matrix.ownTags());
        tags.add(Naming.tag("protocol", cell.protocol().name()));
        tags.add(Naming.tag(GroupDescriptor.CLIENT, cell.client().name()));
        tags.add(Naming.tag(GroupDescriptor.SERVER, cell.server().name()));
        tags.add(Naming.tag("test", cell.test().name()));
        cell.route().transport().ifPresent(it -> tags.add(Naming.tag("transport", it)));
        cell.route().version().ifPresent(it -> tags.add(Naming.tag("version", it.name())));
        cell.protocol().tags(cell.route()).forEach((key, value) -> tags.add(Naming.tag(key, value)));
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

    /** Whether the results that its client reports are shown. */
    boolean reports() {
        return type != Type.TEST;
    }

    @Override
    public boolean mayRegisterTests() {
        return type == Type.CONTAINER_AND_TEST
                || type == Type.CONTAINER && !getChildren().isEmpty();
    }
}
