package com.example.quic;

import dev.interop.protocol.TestFile;
import dev.interop.quic.Checks;
import dev.interop.quic.QuicTestCase;
import dev.interop.verdict.Check;
import java.util.List;

/** A handshake as in the public runner's test case of this name, looked at for the padding of Initial packets. */
final class PaddedHandshake implements QuicTestCase {
    @Override
    public String name() {
        return "padded-handshake";
    }

    @Override
    public String letter() {
        return "PH";
    }

    @Override
    public String description() {
        return "A handshake whose Initial packets fill their datagrams";
    }

    /** What both endpoints are told in TESTCASE: one that every image knows. */
    @Override
    public String clientTestcase() {
        return "handshake";
    }

    @Override
    public List<TestFile> files() {
        return List.of(TestFile.ofSize(TestFile.KB));
    }

    @Override
    public List<Check> checks() {
        return List.of(Checks.downloadedFiles(), Checks.handshakes(1), new PaddedInitials());
    }
}
