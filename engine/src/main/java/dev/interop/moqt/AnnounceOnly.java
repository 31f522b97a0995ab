package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.namespaceGranted;
import static dev.interop.moqt.check.WireChecks.setupExchanged;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/** Publishes a namespace. The check needs the relay's answer, so that a client that does not wait for one fails. */
final class AnnounceOnly implements MoqtTestCase {
    @Override
    public String name() {
        return "announce-only";
    }

    @Override
    public String letter() {
        return "A";
    }

    @Override
    public String description() {
        return "Announce a namespace";
    }

    @Override
    public Duration limit() {
        return Duration.ofMillis(2_000);
    }

    @Override
    public List<Check> checks() {
        return List.of(connected(), setupExchanged(), namespaceGranted());
    }
}
