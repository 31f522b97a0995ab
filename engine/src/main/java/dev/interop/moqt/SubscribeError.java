package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.neverPublished;
import static dev.interop.moqt.check.WireChecks.setupExchanged;
import static dev.interop.moqt.check.WireChecks.subscribeRefused;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/** Subscribes to a track that nobody publishes; the relay has to refuse. */
final class SubscribeError implements MoqtTestCase {
    @Override
    public String name() {
        return "subscribe-error";
    }

    @Override
    public String letter() {
        return "E";
    }

    @Override
    public String description() {
        return "Subscribe to a track that nobody publishes";
    }

    @Override
    public Duration limit() {
        return Duration.ofMillis(2_000);
    }

    @Override
    public List<Check> checks() {
        return List.of(connected(), setupExchanged(), subscribeRefused(), neverPublished());
    }
}
