package dev.interop.cli.doctor.simulator;

import dev.interop.cli.doctor.Diagnosis;
import java.util.Locale;

/** Diagnoses of measured values. */
final class MeasuredValue {
    private MeasuredValue() {}

    /** A value between two limits. */
    static Diagnosis within(String subject, String what, double seen, double least, double most) {
        return condition(
                subject,
                seen >= least && seen <= most,
                "%s %s (allowed: %s to %s)".formatted(what, text(seen), text(least), text(most)));
    }

    /** A condition. */
    static Diagnosis condition(String subject, boolean holds, String seen) {
        return holds
                ? new Diagnosis(subject, Diagnosis.State.GOOD, seen, "")
                : new Diagnosis(
                        subject,
                        Diagnosis.State.BAD,
                        seen,
                        "use another simulator image, or a machine that is less busy");
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
