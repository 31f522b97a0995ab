package dev.interop.quic;

import dev.interop.protocol.RunnerTestCase;

/** Defaults of the QUIC test cases. */
interface QuicTestCase extends RunnerTestCase {
    /** QUIC version 1 (RFC 9000 §15). */
    long QUIC_V1 = 1;

    @Override
    default String clientTestcase() {
        return name();
    }

    @Override
    default String serverTestcase() {
        return clientTestcase();
    }
}
