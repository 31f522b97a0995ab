package dev.interop.engine;

import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    /** Client and server → their cells. Without it, each of many cells would be looked for among all. */
    private final Map<List<String>, List<Cell>> byPair;

    MatrixDescriptor(UniqueId parent, Class<?> testClass, Settings settings, Plan plan) {
        super(parent.append(SEGMENT, testClass.getName()), testClass.getSimpleName(), ClassSource.from(testClass));
        this.testClass = testClass;
        this.settings = settings;
        this.plan = plan;
        this.byPair = plan.all()
                .collect(Collectors.groupingBy(
                        it -> List.of(it.client().name(), it.server().name())));
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

    /** The cells of a client and a server, in the plan's order. */
    List<Cell> cells(String client, String server) {
        return byPair.getOrDefault(List.of(client, server), List.of());
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
