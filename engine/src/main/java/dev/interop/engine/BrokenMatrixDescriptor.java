package dev.interop.engine;

import dev.interop.UserError;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/**
 * A matrix that cannot be planned: a container that fails with the error. It survives pruning and filters, since a
 * mistake in the settings must never be a run without tests that succeeds.
 */
final class BrokenMatrixDescriptor extends AbstractTestDescriptor implements UnplannedMatrix {
    private final UserError error;

    BrokenMatrixDescriptor(MatrixIdentity identity, UserError error) {
        super(identity.id(), identity.title(), identity.source());
        this.error = error;
    }

    UserError error() {
        return error;
    }

    /** Does nothing: a filter for tags would remove the class, whose cells and their tags are not known. */
    @Override
    public void removeFromHierarchy() {}

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
