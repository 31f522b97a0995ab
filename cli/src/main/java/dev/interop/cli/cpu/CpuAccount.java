package dev.interop.cli.cpu;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The processor time by kind of process, from looks at all processes. Many processes of a run live for milliseconds, so no
 * look finds them; their time is in that of their parent's ended children, less what the looks saw of those.
 */
final class CpuAccount {
    private final Function<ProcessTimes, ProcessKind> kinds;
    private final Map<ProcessTimes.Id, Seen> all = new LinkedHashMap<>();
    private Set<ProcessTimes.Id> present = Set.of();
    private boolean begun;

    /**
     * @param kinds tells what a process is
     */
    CpuAccount(Function<ProcessTimes, ProcessKind> kinds) {
        this.kinds = kinds;
    }

    /** Adds a look. What the processes of the first one did before does not count. */
    void add(Collection<ProcessTimes> look) {
        for (var process : look) {
            all.computeIfAbsent(process.id(), id -> new Seen(begun ? 0 : process.own(), begun ? 0 : process.children()))
                    .add(process, kinds);
        }
        present = look.stream().map(ProcessTimes::id).collect(Collectors.toSet());
        begun = true;
    }

    /** Kind → what it took between the first look and the last one, the kinds by name. */
    Map<ProcessKind, Took> byKind() {
        var reaped = reaped();
        var result = new TreeMap<ProcessKind, Took>(Comparator.comparing(ProcessKind::name));
        all.values().forEach(seen -> {
            result.merge(seen.kind, new Took(1, seen.last.own() - seen.ownBefore), Took::plus);
            var unseen = seen.last.children() - seen.childrenBefore - reaped.getOrDefault(seen.last.id(), 0L);
            if (unseen > 0) {
                result.merge(seen.kind.unseenChildren(), new Took(0, unseen), Took::plus);
            }
        });
        return result;
    }

    /** Parent → what the looks saw of its children that have ended. */
    private Map<ProcessTimes.Id, Long> reaped() {
        var newest = new HashMap<Long, ProcessTimes>();
        all.values()
                .forEach(seen -> newest.merge(
                        seen.last.pid(), seen.last, (one, other) -> one.started() > other.started() ? one : other));
        var reaped = new HashMap<ProcessTimes.Id, Long>();
        all.forEach((id, seen) -> {
            var parent = newest.get(seen.last.parent());
            if (!present.contains(id) && parent != null) {
                reaped.merge(parent.id(), seen.last.all(), Long::sum);
            }
        });
        return reaped;
    }

    /**
     * The time of a kind of process.
     *
     * @param processes how many were seen
     * @param ticks their time
     */
    record Took(int processes, long ticks) {
        Took plus(Took other) {
            return new Took(processes + other.processes, ticks + other.ticks);
        }

        double seconds() {
            return ticks / ProcessTimes.TICKS_A_SECOND;
        }
    }

    /** A process that was seen. */
    private static final class Seen {
        private final long ownBefore;
        private final long childrenBefore;
        private int looks;
        private ProcessTimes last = new ProcessTimes(0, 0, 0, "", 0, 0);
        private ProcessKind kind = ProcessKind.OTHER;

        Seen(long ownBefore, long childrenBefore) {
            this.ownBefore = ownBefore;
            this.childrenBefore = childrenBefore;
        }

        /** A process may become another program, as that of each container does soon after its start. */
        void add(ProcessTimes now, Function<ProcessTimes, ProcessKind> kinds) {
            if (looks++ < 2 || !now.name().equals(last.name())) {
                kind = kinds.apply(now);
            }
            last = now;
        }
    }
}
