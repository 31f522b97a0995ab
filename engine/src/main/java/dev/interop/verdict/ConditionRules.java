package dev.interop.verdict;

import dev.interop.recording.Fault;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.Recording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Replaces a verdict that the machine may have caused. A pass stands, as do a refusal of the test case, a
 * cancellation, and on a slow machine a failure of a client that sent nothing, or one that what both endpoints announced
 * explains.
 */
final class ConditionRules {
    /** The engine answers a ping within milliseconds; within seconds on a machine whose processors are all busy. */
    private static final double ENGINE_SILENT_SECONDS = 5;

    /** Reasons that say already who filled the disk, or what came of it. */
    private static final Set<ReasonCode> OF_THE_DISK = Set.of(ReasonCode.DISK_LIMIT, ReasonCode.DISK_FULL);

    private ConditionRules() {}

    /** @param settled whether the cell had to fail however fast the machine was; asked only if the machine was too slow */
    static Verdict apply(Recording recording, Verdict verdict, BooleanSupplier settled) {
        return recording
                .execution()
                .conditions()
                .flatMap(it -> replaced(it, verdict, settled))
                .orElse(verdict);
    }

    private static Optional<Verdict> replaced(MachineConditions conditions, Verdict verdict, BooleanSupplier settled) {
        return switch (verdict.outcome()) {
            case SUCCEEDED, UNSUPPORTED, SKIPPED -> Optional.empty();
            case UNDECIDED, ERROR -> diskFull(conditions, verdict).or(() -> engineLost(conditions, verdict));
            case FAILED ->
                diskFull(conditions, verdict)
                        .or(() -> engineLost(conditions, verdict))
                        .or(() -> overloaded(conditions, verdict).filter(it -> !settled.getAsBoolean()));
        };
    }

    /** An endpoint may end with exit code 0 and find out nothing: its files and the captures can be cut short. */
    private static Optional<Verdict> diskFull(MachineConditions conditions, Verdict verdict) {
        if (!conditions.diskFull() || OF_THE_DISK.contains(verdict.reason().code())) {
            return Optional.empty();
        }
        var text = "the disk was full while the cell ran (%s): free space below the container engine's data folder"
                .formatted(verdict.reason().text());
        return Optional.of(verdict.as(Outcome.ERROR, FaultReasons.of(new Fault(Fault.Code.DISK_FULL, text))));
    }

    private static Optional<Verdict> engineLost(MachineConditions conditions, Verdict verdict) {
        var silent = conditions.engineSilentSeconds();
        if (silent <= ENGINE_SILENT_SECONDS || verdict.reason().code().equals(ReasonCode.DISK_FULL)) {
            return Optional.empty();
        }
        var text = "the container engine did not answer for %s s while the cell ran (%s)"
                .formatted(
                        BigDecimal.valueOf(silent).setScale(0, RoundingMode.HALF_UP),
                        verdict.reason().text());
        return Optional.of(verdict.as(Outcome.ERROR, FaultReasons.of(new Fault(Fault.Code.ENGINE_LOST, text))));
    }

    private static Optional<Verdict> overloaded(MachineConditions conditions, Verdict verdict) {
        return overload(conditions, verdict.reason().code())
                .map(late -> verdict.as(
                        Outcome.UNDECIDED,
                        new Reason(
                                ReasonCode.OVERLOADED,
                                "the machine was overloaded (%s): %s"
                                        .formatted(late, verdict.reason().text()))));
    }

    private static Optional<String> overload(MachineConditions conditions, ReasonCode code) {
        if (code.equals(ReasonCode.DISK_LIMIT) || code.equals(ReasonCode.OUT_OF_MEMORY)) {
            // No load makes an endpoint fill the disk or its memory.
            return Optional.empty();
        }
        return code.equals(ReasonCode.SERVER_SILENT) || code.equals(ReasonCode.SERVER_UNBOUND)
                ? Overload.ofASilentServer(conditions)
                : Overload.of(conditions);
    }
}
