package dev.interop.engine;

import dev.interop.plan.Cell;
import java.util.HashSet;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A cell as a test. Its source is a method that does not exist, with a name that is unique in its class. */
final class CellDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "testcase";

    private final Cell cell;

    CellDescriptor(UniqueId parent, Class<?> testClass, Cell cell) {
        super(
                parent.append(SEGMENT, cell.title()),
                cell.title(),
                MethodSource.from(testClass.getName(), Naming.method(cell)));
        this.cell = cell;
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
        cell.route().standing().ifPresent(it -> tags.add(Naming.tag("standing", it.label())));
        return tags;
    }

    @Override
    public String getLegacyReportingName() {
        return Naming.method(cell);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
