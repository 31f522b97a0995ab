package dev.interop.cli.cpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the machine's processes again and again until it is closed. */
public final class CpuSampler implements AutoCloseable {
    /** A look takes some milliseconds of one processor. */
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final ProcessTree tree;
    private final CpuAccount account;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "interop-cpu");
        made.setDaemon(true);
        return made;
    });

    private CpuSampler(ProcessTree tree) {
        this.tree = tree;
        var own = ProcessHandle.current().pid();
        this.account = new CpuAccount(it -> it.pid() == own ? ProcessKind.THIS : tree.kind(it));
    }

    /**
     * Begins to look.
     *
     * @param proc {@code /proc} of Linux
     * @throws IOException when it is not there
     */
    public static CpuSampler start(Path proc) throws IOException {
        var sampler = new CpuSampler(new ProcessTree(proc));
        sampler.account.add(sampler.tree.times());
        sampler.thread.scheduleWithFixedDelay(
                sampler::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return sampler;
    }

    private synchronized void look() {
        try {
            account.add(tree.times());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks for the last time. */
    @Override
    public void close() {
        thread.shutdownNow();
        look();
    }

    /** The rows of the table: kind → what it took; known once it is closed. */
    synchronized Map<ProcessKind, CpuAccount.Took> byKind() {
        return account.byKind();
    }

    /** The table of what the kinds of processes took, for so many cells. */
    public CpuTable table(int cells) {
        return new CpuTable(byKind(), cells);
    }
}
