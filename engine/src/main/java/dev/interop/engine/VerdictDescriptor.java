package dev.interop.engine;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The verdict on a cell whose parts are known beforehand, as a test beside these parts. Launchers' filters remove only
 * leaves: a container that is itself a test could not be filtered out. So the cell is a plain container and the verdict
 * is a leaf.
 */
final class VerdictDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "verdict";
    static final String NAME = "verdict";

    private final CellDescriptor cell;

    VerdictDescriptor(CellDescriptor cell) {
        super(
                cell.getUniqueId().append(SEGMENT, NAME),
                NAME,
                MethodSource.from(cell.testClass().getName(), Naming.method(cell.cell())));
        this.cell = cell;
    }

    @Override
    public Set<TestTag> getTags() {
        return cell.getTags();
    }

    @Override
    public String getLegacyReportingName() {
        return Naming.method(cell.cell());
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
