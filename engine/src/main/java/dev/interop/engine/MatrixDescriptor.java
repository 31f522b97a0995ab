package dev.interop.engine;

import dev.interop.config.Settings;
import dev.interop.plan.Plan;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class that is a matrix. */
final class MatrixDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "class";

    private final Class<?> testClass;
    private final Settings settings;
    private final Plan plan;

    MatrixDescriptor(UniqueId parent, Class<?> testClass, Settings settings, Plan plan) {
        super(parent.append(SEGMENT, testClass.getName()), testClass.getSimpleName(), ClassSource.from(testClass));
        this.testClass = testClass;
        this.settings = settings;
        this.plan = plan;
    }

    Class<?> testClass() {
        return testClass;
    }

    Settings settings() {
        return settings;
    }

    Plan plan() {
        return plan;
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of(Naming.tag("protocol", plan.protocol().name()));
    }

    @Override
    public String getLegacyReportingName() {
        return testClass.getName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
