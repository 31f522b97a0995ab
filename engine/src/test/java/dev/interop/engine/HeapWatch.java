package dev.interop.engine;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The largest heap that a collection of garbage has left over since the last reset: what a part of a run holds. */
final class HeapWatch {
    private final AtomicLong most = new AtomicLong();
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getType() == MemoryType.HEAP)
            .map(it -> it.getName())
            .collect(Collectors.toSet());

    HeapWatch() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((it, handback) -> heard(it), null, null);
        }
    }

    private void heard(Notification notification) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        var after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc();
        var used = after.entrySet().stream()
                .filter(it -> pools.contains(it.getKey()))
                .mapToLong(it -> it.getValue().getUsed())
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    /** Forgets what was before. */
    void reset() {
        most.set(0);
    }

    /** In MiB, with what is there now. */
    long mebibytes() {
        System.gc();
        var now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return Math.max(most.get(), now) >> 20;
    }
}
