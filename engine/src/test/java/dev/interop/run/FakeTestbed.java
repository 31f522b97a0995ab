package dev.interop.run;

import dev.interop.recording.CellEnd;
import dev.interop.recording.CellExecution;
import dev.interop.recording.CellFiles;
import dev.interop.recording.CellSetup;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.recording.Times;
import dev.interop.registry.Role;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.CellJob;
import dev.interop.testbed.cell.KeptCell;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.lane.Lane;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A testbed without containers: the test supplies each recording. It fails if two cells use one lane at the same time.
 */
public class FakeTestbed implements Testbed {
    /** The containers of a cell that are kept. */
    static final KeptCell KEPT = new KeptCell(
            Map.of(ContainerRole.CLIENT, "interop-kept-1-client", ContainerRole.SERVER, "interop-kept-1-server"),
            Map.of(ContainerRole.CLIENT, "interop-kept-1-client-network"));

    private final List<Lane> lanes;
    private final BiFunction<Lane, CellJob, Recording> run;
    private final Set<String> nonCompliant = new HashSet<>();
    private final Set<Lane> busy = new HashSet<>();
    /** Waits for the engine within a limit. */
    volatile Predicate<Duration> recovers = limit -> false;

    volatile Optional<Fault> faultOfFirstProbe = Optional.empty();
    volatile int firstProbesHang;
    final ConcurrentLinkedQueue<String> ran = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> probed = new ConcurrentLinkedQueue<>();
    /** For each lane that was let rest, how many cells had been run. */
    final ConcurrentLinkedQueue<Integer> restedAfter = new ConcurrentLinkedQueue<>();

    public FakeTestbed(int lanes, BiFunction<Lane, CellJob, Recording> run) {
        this.lanes = IntStream.range(0, lanes).<Lane>mapToObj(FakeLane::new).toList();
        this.run = run;
    }

    /** The cells that were run, in order. */
    public List<String> ran() {
        return List.copyOf(ran);
    }

    public static FakeTestbed allEndWith(int lanes, int clientExit) {
        return new FakeTestbed(lanes, (lane, job) -> recording(job, clientExit, Optional.empty()));
    }

    FakeTestbed withNonCompliant(String name, Role role) {
        nonCompliant.add(name + " " + role.label());
        return this;
    }

    public static Recording recording(CellJob job, int clientExit, Optional<Fault> fault) {
        return new Recording(
                job.folder(),
                job.cell().identity(),
                CellSetup.of(job.cell().seed(), job.cell().test().scenario().orElse("")),
                Map.of(
                        ContainerRole.CLIENT,
                        ContainerRecord.of("sha256:" + job.cell().client().name(), ContainerEnd.exited(clientExit))),
                CellFiles.NONE,
                new CellExecution(0, new Times(0, 0, 0, 0), CellEnd.CLIENT, fault));
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    @Override
    public Optional<String> imageId(String image) {
        return Optional.of("sha256:" + image);
    }

    @Override
    public Recording run(Lane lane, CellJob job) {
        synchronized (busy) {
            if (!busy.add(lane)) {
                throw new IllegalStateException("two cells in one lane");
            }
        }
        try {
            ran.add(job.cell().server().name() + "_" + job.cell().client().name() + "/"
                    + job.cell().test().name());
            var recording = run.apply(lane, job);
            if (job.keepRule().keeps(recording)) {
                job.keepRule().kept(KEPT);
            }
            return recording;
        } finally {
            synchronized (busy) {
                busy.remove(lane);
            }
        }
    }

    @Override
    public ProbeResult probe(Lane lane, ProbeJob job) {
        var who = job.implementation().name() + " " + job.role().label();
        probed.add(who);
        if (faultOfFirstProbe.isPresent()) {
            var fault = faultOfFirstProbe;
            faultOfFirstProbe = Optional.empty();
            return new ProbeResult(false, Optional.empty(), Optional.empty(), "random", fault);
        }
        if (firstProbesHang > 0) {
            firstProbesHang--;
            var hangs = new ContainerEnd(ContainerEnd.How.TIMED_OUT, OptionalInt.of(137), "");
            return new ProbeResult(false, Optional.empty(), Optional.of(hangs), "random", Optional.empty());
        }
        var compliant = !nonCompliant.contains(who);
        return new ProbeResult(
                compliant,
                Optional.of("sha256:"
                        + job.implementation().endpoint(job.role()).image().orElseThrow()),
                Optional.of(ContainerEnd.exited(compliant ? 127 : 0)),
                "random",
                Optional.empty());
    }

    @Override
    public void rest(Lane lane) {
        restedAfter.add(ran.size());
    }

    @Override
    public boolean recover(Duration limit) {
        return recovers.test(limit);
    }

    @Override
    public void close() {}
}
