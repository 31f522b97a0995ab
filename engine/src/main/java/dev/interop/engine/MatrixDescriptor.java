package dev.interop.engine;

import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A class, or a registry file, that is a matrix. */
final class MatrixDescriptor extends AbstractTestDescriptor {
    private final MatrixIdentity identity;
    private final Settings settings;
    private final Plan plan;
    /** Client and server → their cells. Without it, each of many cells would be looked for among all. */
    private final Map<List<String>, List<Cell>> byPair;

    MatrixDescriptor(MatrixIdentity identity, Settings settings, Plan plan) {
        super(identity.id(), identity.title(), identity.source());
        this.identity = identity;
        this.settings = settings;
        this.plan = plan;
        this.byPair = plan.all()
                .collect(Collectors.groupingBy(
                        it -> List.of(it.client().name(), it.server().name())));
    }

    Class<?> testClass() {
        return identity.testClass();
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

    /** The tags that its class gives to all of its cells. */
    Set<TestTag> ownTags() {
        return identity.tags();
    }

    @Override
    public Set<TestTag> getTags() {
        var tags = new HashSet<>(ownTags());
        tags.add(Naming.tag("protocol", plan.protocol().name()));
        return tags;
    }

    @Override
    public String getLegacyReportingName() {
        return testClass().getName();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
