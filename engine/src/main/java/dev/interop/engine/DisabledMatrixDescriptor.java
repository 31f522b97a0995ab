package dev.interop.engine;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A class that is disabled: a container that is skipped with the reason. Its registry is not read. */
final class DisabledMatrixDescriptor extends AbstractTestDescriptor implements UnplannedMatrix {
    private final Set<TestTag> tags;
    private final String reason;

    DisabledMatrixDescriptor(MatrixIdentity identity, String reason) {
        super(identity.id(), identity.title(), identity.source());
        this.tags = identity.tags();
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    @Override
    public Set<TestTag> getTags() {
        return tags;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Without it, the platform would prune the class, and no report would name it. */
    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
