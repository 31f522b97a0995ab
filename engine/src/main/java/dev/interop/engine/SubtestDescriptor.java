package dev.interop.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * A result that a cell's client reports: a part of the cell that is known beforehand, or one that appears while it runs.
 */
final class SubtestDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "subtest";

    private final CellDescriptor cell;
    private final String method;
    private final Type type;

    private SubtestDescriptor(UniqueId id, String name, CellDescriptor cell, String method, Type type) {
        super(id, name, MethodSource.from(cell.testClass().getName(), method));
        this.cell = cell;
        this.method = method;
        this.type = type;
    }

    /**
     * Creates the descriptor of the result at this path of a cell.
     *
     * @param parent the id of the parent descriptor
     * @param type {@link Type#CONTAINER_AND_TEST} for one that may have results below it
     */
    static SubtestDescriptor of(UniqueId parent, CellDescriptor cell, List<String> path, Type type) {
        var name = path.get(path.size() - 1);
        return new SubtestDescriptor(parent.append(SEGMENT, name), name, cell, Naming.method(cell.cell(), path), type);
    }

    /** The tags of its cell, and one of the test case that this result is about. */
    @Override
    public Set<TestTag> getTags() {
        var tags = new HashSet<>(cell.getTags());
        tags.add(Naming.tag("test", getDisplayName()));
        return tags;
    }

    @Override
    public String getLegacyReportingName() {
        return method;
    }

    @Override
    public Type getType() {
        return type;
    }

    @Override
    public boolean mayRegisterTests() {
        return type == Type.CONTAINER_AND_TEST;
    }
}
