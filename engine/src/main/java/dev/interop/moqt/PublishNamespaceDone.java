package dev.interop.moqt;

import static dev.interop.moqt.check.WireChecks.connected;
import static dev.interop.moqt.check.WireChecks.namespaceGranted;
import static dev.interop.moqt.check.WireChecks.namespaceWithdrawn;
import static dev.interop.moqt.check.WireChecks.setupExchanged;

import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;

/** A namespace is published and withdrawn. Clients were seen to just close the connection instead. */
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
