package dev.interop.cli.check;

import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.registry.Role;
import dev.interop.verdict.ReportSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A test case that delegates to another one whatever it does not override. */
interface DelegatingTestCase extends TestCase {
    /** The other test case. */
    TestCase test();

    @Override
    default String name() {
        return test().name();
    }

    @Override
    default String letter() {
        return test().letter();
    }

    @Override
    default String description() {
        return test().description();
    }

    @Override
    default String clientTestcase() {
        return test().clientTestcase();
    }

    @Override
    default String serverTestcase() {
        return test().serverTestcase();
    }

    @Override
    default List<TestFile> files() {
        return test().files();
    }

    @Override
    default int folders() {
        return test().folders();
    }

    @Override
    default Role servedBy() {
        return test().servedBy();
    }

    @Override
    default String authority() {
        return test().authority();
    }

    @Override
    default Optional<String> scenario() {
        return test().scenario();
    }

    @Override
    default Duration limit() {
        return test().limit();
    }

    @Override
    default CertificateChain certificate() {
        return test().certificate();
    }

    @Override
    default ReportSource reportSource() {
        return test().reportSource();
    }
}
