package dev.interop.protocol;

import dev.interop.registry.Role;
import dev.interop.verdict.Check;
import dev.interop.verdict.ReportSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What one test case runs and what must hold afterwards. Stateless. */
@API(status = Status.EXPERIMENTAL)
public interface TestCase {
    /** Unique within the protocol, such as {@code transfer}. */
    String name();

    /** One to three characters that stand for it in a matrix, such as {@code DC}. */
    String letter();

    /** What it is about, one sentence. */
    String description();

    /** The value of TESTCASE that the client gets. */
    String clientTestcase();

    /** The value of TESTCASE that the server gets. */
    String serverTestcase();

    /** The files that one side serves and the other is asked for. */
    List<TestFile> files();

    /** The role of the side that serves them. */
    default Role servedBy() {
        return Role.SERVER;
    }

    /** The host and port in the URLs that the client is asked for, such as {@code server4:443}. */
    default String authority() {
        return "server4:443";
    }

    /** The simulator's scenario with its arguments, without the seed; empty when there is no simulator between. */
    Optional<String> scenario();

    /** How long the cell may take from the client's start. */
    Duration limit();

    /**
     * How long the network alone keeps a cell waiting, roughly: files over bandwidth, and round trips. Says which cells
     * are well run at the same time; decides nothing.
     */
    default Duration networkTime() {
        return Duration.ZERO;
    }

    /** The server's certificates. */
    default CertificateChain certificate() {
        return CertificateChain.LEAF;
    }

    /** What must hold, in the order in which it is shown. */
    List<Check> checks();

    /** How the client says how it fared. */
    default ReportSource reportSource() {
        return ReportSource.EXIT_CODE;
    }

    /** The names of the test cases that it stands for, where it stands for several; their results are reported apart. */
    default List<String> parts() {
        return List.of();
    }
}
