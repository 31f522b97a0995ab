package dev.interop.testbed.context;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the machine lets containers lock 64 MiB of memory, as some implementations want: known once refused. */
public final class MemoryLock {
    private final AtomicBoolean refused = new AtomicBoolean();

    public boolean allowed() {
        return !refused.get();
    }

    /** Whether this message of the engine is such a refusal; it is remembered. */
    public boolean refusedBy(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        if (!lower.contains("rlimit") && !lower.contains("memlock")) {
            return false;
        }
        refused.set(true);
        return true;
    }
}
