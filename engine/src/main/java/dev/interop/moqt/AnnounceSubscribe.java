package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.namespaceGranted;
import static dev.interop.moqt.check.WireChecks.setupExchanged;
import static dev.interop.moqt.check.WireChecks.subscribeGranted;
import static dev.interop.moqt.check.WireChecks.subscribedThroughRelay;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/**
 * Subscribes to a track through the relay. If the client's SUBSCRIBE arrives before its PUBLISH_NAMESPACE, the relay refuses
 * it, and a client that reports this as ok is contradicted.
 */
final class AnnounceSubscribe implements MoqtTestCase {
    @Override
    public String name() {
        return "announce-subscribe";
    }

    @Override
    public String letter() {
        return "AS";
    }

    @Override
    public String description() {
        return "Announce a namespace and subscribe to a track of it";
    }

    @Override
    public Duration limit() {
        return Duration.ofMillis(3_000);
    }

    @Override
    public List<Check> checks() {
        return List.of(connected(), setupExchanged(), namespaceGranted(), subscribeGranted(), subscribedThroughRelay());
    }
}
