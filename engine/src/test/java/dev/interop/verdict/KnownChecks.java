package dev.interop.verdict;

import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.TraceUnavailable;
import java.util.List;

/** Judges cells by checks whose results are known. */
final class KnownChecks {
    private KnownChecks() {}

    /** The verdict on a cell; no check may need a dissection. */
    static Verdict judge(RecordingBuilder cell, Check... checks) {
        return judge().judge(cell.build(), List.of(checks));
    }

    static Judge judge() {
        return new Judge((files, command, stdout) -> {
            throw new AssertionError("no dissection was needed");
        });
    }

    record PassingCheck() implements SimpleCheck {
        @Override
        public String rule() {
            return "sound";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return new CheckResult.Passed();
        }
    }

    record FailingCheck() implements SimpleCheck {
        @Override
        public String rule() {
            return "broken";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return CheckResult.of(List.of(new Finding(rule(), section(), "this", "that", Location.none())));
        }
    }

    record CheckWithFinding(String rule, Location where) implements SimpleCheck {
        @Override
        public CheckResult examine(Evidence evidence) {
            return CheckResult.of(List.of(new Finding(rule, section(), "nothing", rule, where)));
        }
    }

    record CheckWithoutTrace() implements SimpleCheck {
        @Override
        public String rule() {
            return "blind";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            throw TraceUnavailable.missing("no capture");
        }
    }

    record NullCheck() implements SimpleCheck {
        @Override
        public String rule() {
            return "void";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return null;
        }
    }

    record ThrowingCheck(Throwable thrown) implements SimpleCheck {
        @Override
        public String rule() {
            return "faulty";
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    record CheckWithKeys() implements SimpleCheck {
        @Override
        public String rule() {
            return "keyed";
        }

        @Override
        public boolean needsKeys() {
            return true;
        }

        @Override
        public CheckResult examine(Evidence evidence) {
            return new CheckResult.Passed();
        }
    }

    interface SimpleCheck extends Check {
        @Override
        default String section() {
            return "RFC 9000 §1";
        }
    }
}
