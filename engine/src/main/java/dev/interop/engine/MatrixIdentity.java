package dev.interop.engine;

import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * How the platform knows a matrix.
 *
 * @param id the unique id of its container
 * @param testClass the class that its tests are shown in
 * @param title the name for people
 * @param source where it stands
 * @param tags the tags that its class gives to all of its cells
 */
record MatrixIdentity(UniqueId id, Class<?> testClass, String title, TestSource source, Set<TestTag> tags) {
    /** The segment of a class. */
    static final String CLASS = "class";

    /** The segment of a registry file that is selected without a class. */
    static final String REGISTRY = "registry";

    MatrixIdentity {
        tags = Set.copyOf(tags);
    }

    /** The matrix of a class. */
    static MatrixIdentity of(UniqueId parent, Class<?> testClass) {
        var its = new MatrixClass(testClass);
        return new MatrixIdentity(
                parent.append(CLASS, testClass.getName()),
                testClass,
                its.displayName(),
                ClassSource.from(testClass),
                its.tags());
    }

    /** The matrix of a registry file. */
    static MatrixIdentity of(UniqueId parent, Path registry) {
        return new MatrixIdentity(
                parent.append(REGISTRY, registry.toString()),
                RegistryMatrix.class,
                registry.getFileName().toString(),
                FileSource.from(registry.toFile()),
                Set.of());
    }

    /** Whether this is the segment of a matrix. */
    static boolean isMatrix(UniqueId.Segment segment) {
        return segment.getType().equals(CLASS) || segment.getType().equals(REGISTRY);
    }
}
