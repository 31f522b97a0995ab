package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;
import static dev.interop.quic.Checks.alpn;
import static dev.interop.quic.Checks.downloadedFiles;
import static dev.interop.quic.Checks.handshakes;
import static dev.interop.quic.Checks.version;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Transfers a file over a network that carries nothing for two seconds in the middle. */
final class Blackhole implements QuicTestCase {
    private static final Duration OFF = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "blackhole";
    }

    @Override
    public String letter() {
        return "B";
    }

    @Override
    public String description() {
        return "A transfer over a network that carries nothing for two seconds";
    }

    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public String clientTestcase() {
        return "transfer";
    }

    @Override
    public Optional<String> scenario() {
        return Optional.of(Link.scenario("blackhole", "--on=5s --off=" + OFF.toSeconds() + "s"));
    }

    @Override
    public Duration networkTime() {
        return QuicTestCase.super.networkTime().plus(OFF);
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(10 * MB));
    }

    @Override
    public List<Check> checks() {
        return List.of(downloadedFiles(), version(QUIC_V1), handshakes(1), alpn(HQ_INTEROP));
    }
}
