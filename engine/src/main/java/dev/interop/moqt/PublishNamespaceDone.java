package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.namespaceGranted;
import static dev.interop.moqt.check.WireChecks.namespaceWithdrawn;
import static dev.interop.moqt.check.WireChecks.setupExchanged;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/** Publishes a namespace and withdraws it. Some real clients only close the connection instead, which fails. */
final class PublishNamespaceDone implements MoqtTestCase {
    @Override
    public String name() {
        return "publish-namespace-done";
    }

    @Override
    public String letter() {
        return "D";
    }

    @Override
    public String description() {
        return "Announce a namespace and withdraw it";
    }

    @Override
    public Duration limit() {
        return Duration.ofMillis(2_000);
    }

    @Override
    public List<Check> checks() {
        return List.of(connected(), setupExchanged(), namespaceGranted(), namespaceWithdrawn());
    }
}
