package dev.interop.engine;

import dev.interop.Printable;
import dev.interop.registry.Implementation;
import dev.interop.registry.Origin;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * A server, or a client below its server. Its source is its entry in the registry: with that of a class, Surefire would
 * name the class after the implementation.
 */
final class GroupDescriptor extends AbstractTestDescriptor {
    static final String SERVER = "server";
    static final String CLIENT = "client";

    private final String kind;
    private final String name;

    GroupDescriptor(UniqueId parent, String kind, Implementation implementation) {
        super(
                parent.append(kind, implementation.name()),
                kind + " " + Printable.of(implementation.name()),
                source(implementation.origin()));
        this.kind = kind;
        this.name = implementation.name();
    }

    private static FileSource source(Origin entry) {
        var file = entry.file().toAbsolutePath().normalize().toFile();
        return FileSource.from(file, FilePosition.from(Math.max(1, entry.line())));
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of(Naming.tag(kind, name));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
