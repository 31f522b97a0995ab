package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.sessionClosed;
import static dev.interop.moqt.check.WireChecks.setupExchanged;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/** Sets up a session and closes it. Some real clients just end, or close the session with an error, which fails. */
final class SetupOnly implements MoqtTestCase {
    @Override
    public String name() {
        return "setup-only";
    }

    @Override
    public String letter() {
        return "S";
    }

    @Override
    public String description() {
        return "Connect, exchange SETUP, close";
    }

    @Override
    public Duration limit() {
        return Duration.ofMillis(2_000);
    }

    @Override
    public List<Check> checks() {
        return List.of(connected(), setupExchanged(), sessionClosed());
    }
}
