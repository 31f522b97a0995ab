package dev.interop.engine;

import dev.interop.listener.RunListener;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/** The {@link RunListener} of a launcher session, which receives the events of every run in that session. */
@API(status = Status.INTERNAL)
public final class SessionListener {
    static final Namespace NAMESPACE = Namespace.create("dev.interop");

    private SessionListener() {}

    /** Puts the listener into the session's store, in place of an earlier one. */
    public static void put(NamespacedHierarchicalStore<Namespace> store, RunListener listener) {
        store.put(NAMESPACE, RunListener.class, listener);
    }
}
