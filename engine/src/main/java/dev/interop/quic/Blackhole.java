package dev.interop.quic;

import static dev.interop.protocol.TestFile.MB;

import java.time.Duration;
import java.util.Optional;

/** Transfers a file over a network that carries nothing for two seconds in the middle. */
final class Blackhole implements FileTransfer {
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
    public Optional<String> scenario() {
        return Optional.of(Link.scenario("blackhole", "--on=5s --off=" + OFF.toSeconds() + "s"));
    }

    @Override
    public Duration networkTime() {
        return FileTransfer.super.networkTime().plus(OFF);
    }

    @Override
    public long size() {
        return 10 * MB;
    }
}
