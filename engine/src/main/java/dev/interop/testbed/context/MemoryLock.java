package dev.interop.testbed.context;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether the machine lets containers lock 64 MiB of memory, as some implementations want. It does until it refuses. */
@API(status = Status.INTERNAL)
public final class MemoryLock {
    private final AtomicBoolean refused = new AtomicBoolean();

    public boolean allowed() {
        return !refused.get();
    }

    /** Whether this message of the engine is such a refusal, which is then remembered. */
    public boolean refusedBy(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        if (!lower.contains("rlimit") && !lower.contains("memlock")) {
            return false;
        }
        refused.set(true);
        return true;
    }
}
