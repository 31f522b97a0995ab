package dev.interop.cli.check;

import dev.interop.protocol.TestCase;
import dev.interop.verdict.Check;
import dev.interop.verdict.ReportSource;
import java.util.List;

/**
 * A test case that went well, whose packets alone are checked again.
 *
 * @param test the test case
 */
record DecryptionProbe(TestCase test) implements DelegatingTestCase {
    @Override
    public List<Check> checks() {
        return List.of(new SecretsOpenPackets());
    }

    @Override
    public ReportSource reportSource() {
        return ReportSource.EXIT_CODE;
    }
}
