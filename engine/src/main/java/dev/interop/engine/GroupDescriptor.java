package dev.interop.engine;

import dev.interop.Printable;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/**
 * A server, or a client below its server. It has no source: with one, Surefire would name the class after the
 * implementation.
 */
final class GroupDescriptor extends AbstractTestDescriptor {
    static final String SERVER = "server";
    static final String CLIENT = "client";

    private final String kind;
    private final String name;

    GroupDescriptor(UniqueId parent, String kind, String name) {
        super(parent.append(kind, name), kind + " " + Printable.of(name));
        this.kind = kind;
        this.name = name;
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
