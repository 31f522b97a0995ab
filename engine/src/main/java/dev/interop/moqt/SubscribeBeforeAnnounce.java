package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.publishedLater;
import static dev.interop.moqt.check.WireChecks.setupExchanged;
import static dev.interop.moqt.check.WireChecks.subscribeAnswered;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/**
 * Subscribes to a track before it is published. The relay may wait for the publisher or refuse, but has to answer. Real
 * clients publish even after a refusal.
 */
final class SubscribeBeforeAnnounce implements MoqtTestCase {
    @Override
    public String name() {
        return "subscribe-before-announce";
    }

    @Override
    public String letter() {
        return "SA";
    }

    @Override
    public String description() {
        return "Subscribe to a track whose namespace is announced later";
    }

    @Override
    public Duration limit() {
        return Duration.ofMillis(3_500);
    }

    @Override
    public List<Check> checks() {
        return List.of(connected(), setupExchanged(), publishedLater(), subscribeAnswered());
    }
}
