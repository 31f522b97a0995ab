package dev.interop.quic;

import static dev.interop.quic.Checks.versionNegotiation;

import dev.interop.protocol.TestFile;
import dev.interop.verdict.Check;
import java.util.List;

/** Answers an unknown version with a Version Negotiation packet. The client ends with 0 when it has this packet. */
final class VersionNegotiation implements QuicTestCase {
    @Override
    public String name() {
        return "versionnegotiation";
    }

    @Override
    public String letter() {
        return "V";
    }

    @Override
    public String description() {
        return "An unknown version that is answered with a Version Negotiation packet";
    }

    /** Few clients have it; the public runner leaves it out, too. */
    @Override
    public boolean runsByDefault() {
        return false;
    }

    @Override
    public List<TestFile> files() {
        return List.of();
    }

    @Override
    public List<Check> checks() {
        return List.of(versionNegotiation());
    }
}
