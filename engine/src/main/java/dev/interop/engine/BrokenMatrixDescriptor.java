package dev.interop.engine;

import dev.interop.UserError;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class whose matrix cannot be planned. It survives pruning, so that the error is reported rather than lost. */
final class BrokenMatrixDescriptor extends AbstractTestDescriptor {
    private final UserError error;

    BrokenMatrixDescriptor(UniqueId parent, Class<?> testClass, UserError error) {
        super(
                parent.append(MatrixDescriptor.SEGMENT, testClass.getName()),
                testClass.getSimpleName(),
                ClassSource.from(testClass));
        this.error = error;
    }

    UserError error() {
        return error;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
