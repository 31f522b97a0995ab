package dev.interop.quic;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.TestCase;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** QUIC version 1, with HTTP/0.9 (hq-interop) or HTTP/3 on top. */
@API(status = Status.INTERNAL)
public final class QuicProtocol implements Protocol {
    private static final List<TestCase> TEST_CASES = List.of(
            new Handshake(),
            new Transfer(),
            new LongRtt(),
            new ChaCha20(),
            new Multiplexing(),
            new KeyUpdate(),
            new Ecn(),
            Rebinding.PORT,
            Rebinding.ADDRESS,
            new ConnectionMigration(),
            new Retry(),
            new Resumption(),
            new ZeroRtt(),
            new Http3(),
            new Blackhole(),
            new AmplificationLimit(),
            ImpairedHandshakes.HANDSHAKE_LOSS,
            ImpairedTransfer.TRANSFER_LOSS,
            ImpairedHandshakes.HANDSHAKE_CORRUPTION,
            ImpairedTransfer.TRANSFER_CORRUPTION,
            new Ipv6(),
            new Version2(),
            new VersionNegotiation(),
            Goodput.ALONE,
            Goodput.CROSS_TRAFFIC);

    private final RunMode runMode;

    /** Used by {@link java.util.ServiceLoader}. */
    public QuicProtocol() {
        this(RunMode.NONE);
    }

    private QuicProtocol(RunMode runMode) {
        this.runMode = runMode;
    }

    @Override
    public String name() {
        return "quic";
    }

    @Override
    public String title() {
        return "QUIC";
    }

    @Override
    public List<TestCase> testCases() {
        return TEST_CASES;
    }

    @Override
    public Protocol as(RunMode mode) {
        return new QuicProtocol(mode);
    }

    @Override
    public Optional<String> scenario(TestCase test) {
        return runMode.scenario().or(test::scenario);
    }
}
