package dev.interop.verdict;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.ProcessorWait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Decides whether the machine was too busy for a cell: loss, delay and rate of the simulated network are real-time, and
 * what an endpoint sends late may change its result. The limits and the measurements behind them are in
 * docs/results.md. The load that a cell makes itself is no overload: {@link ProcessorWait} leaves it out.
 */
@API(status = Status.INTERNAL)
public final class Overload {
    /** A round trip through the simulator takes 30 ms in most test cases. */
    static final double LATEST_DELIVERY_MILLIS = 30;

    /** A few late packets of many change nothing; the beginning of a connection has a few packets only. */
    static final double LATE_DELIVERIES_P99_MILLIS = 15;

    /** The wait of one thread between two samples. */
    static final double LONGEST_WAIT_MILLIS = 30;

    /** A tenth of the time in which a server must answer for the first time. */
    static final double STARVED_MILLIS = 2_500;

    private Overload() {}

    /**
     * What kept a server from its first answer, as text. A server is asked for 25 s, so neither a late packet nor a short
     * wait explains that it never answered.
     */
    static Optional<String> ofASilentServer(MachineConditions conditions) {
        return Optional.ofNullable(conditions.processors().get(ContainerRole.SERVER))
                .filter(it -> it.worstMillis() > LONGEST_WAIT_MILLIS && it.waitedMillis() > STARVED_MILLIS)
                .map(it -> "the server waited for a processor for " + millis(it.waitedMillis()) + " in all");
    }

    /** The parts of the cell that were late beyond a limit, as text; empty if none was. */
    public static Optional<String> of(MachineConditions conditions) {
        var late = new ArrayList<String>();
        conditions
                .deliveries()
                .filter(it -> !wasBusyByItself(conditions))
                .filter(it -> it.maxMillis() > LATEST_DELIVERY_MILLIS || it.p99Millis() > LATE_DELIVERIES_P99_MILLIS)
                .ifPresent(it -> late.add("deliveries up to " + millis(it.maxMillis()) + " late"));
        for (var role : List.of(ContainerRole.CLIENT, ContainerRole.SERVER)) {
            Optional.ofNullable(conditions.processors().get(role))
                    .map(ProcessorWait::worstMillis)
                    .filter(it -> it > LONGEST_WAIT_MILLIS)
                    .ifPresent(
                            it -> late.add("the " + role.label() + " waited up to " + millis(it) + " for a processor"));
        }
        return Optional.of(String.join(", ", late)).filter(it -> !it.isEmpty());
    }

    /** A flood keeps the simulator busy, and makes it late without waiting for a processor. */
    private static boolean wasBusyByItself(MachineConditions conditions) {
        return Optional.ofNullable(conditions.processors().get(ContainerRole.SIM))
                .filter(it -> it.worstMillis() < LATE_DELIVERIES_P99_MILLIS)
                .isPresent();
    }

    private static String millis(double millis) {
        return BigDecimal.valueOf(millis).setScale(0, RoundingMode.HALF_UP) + " ms";
    }
}
