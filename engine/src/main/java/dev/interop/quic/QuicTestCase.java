package dev.interop.quic;

import dev.interop.protocol.RunnerTestCase;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A test case of QUIC. Unless it says otherwise, both sides are told its own name in TESTCASE, and the network and the time
 * are those of the public QUIC runner.
 */
@API(status = Status.EXPERIMENTAL)
public interface QuicTestCase extends RunnerTestCase {
    /** The ALPN name of HTTP/0.9 over QUIC, which all test cases use unless they say otherwise. */
    String HQ_INTEROP = "hq-interop";

    /** QUIC version 1 (RFC 9000 §15). */
    long QUIC_V1 = 1;

    /** QUIC version 2 (RFC 9369 §3.1). */
    long QUIC_V2 = 0x6b3343cfL;

    @Override
    default String clientTestcase() {
        return name();
    }

    @Override
    default String serverTestcase() {
        return clientTestcase();
    }
}
