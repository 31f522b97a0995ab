package dev.interop.protocol;

import dev.interop.registry.Role;
import dev.interop.verdict.Check;
import dev.interop.verdict.Explanation;
import dev.interop.verdict.Measure;
import dev.interop.verdict.ReportSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A test case: its setup and the checks that must pass afterwards. Stateless. */
@API(status = Status.EXPERIMENTAL)
public interface TestCase {
    /** Unique within the protocol, such as {@code transfer}. */
    String name();

    /** One to three characters that represent it in a matrix, such as {@code DC}. */
    String letter();

    /** The description, one sentence. */
    String description();

    /** Whether runs that name no test cases include it, rather than only those that name it or {@code all}. */
    default boolean runsByDefault() {
        return true;
    }

    /** The value of TESTCASE that the client gets. */
    String clientTestcase();

    /** The value of TESTCASE that the server gets. */
    String serverTestcase();

    /** The files that one side serves and the other is asked for. */
    List<TestFile> files();

    /** The number of folders that hold them, where the contract has them in folders ({@link Contract.Layout#FOLDER}). */
    default int folders() {
        return 1;
    }

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

    /**
     * Whether chance decides it, since packets are lost or altered at random: a failure of one attempt may be bad luck, so
     * that {@code interop.retries} applies.
     */
    default boolean isRandom() {
        return scenario().map(Scenario::new).filter(Scenario::isRandom).isPresent();
    }

    /** The time that the cell may take from the client's start. */
    Duration limit();

    /**
     * A rough estimate of the time that a cell spends waiting for the network: file size over bandwidth, and round
     * trips. It is used to choose cells that run well at the same time, and has no influence on verdicts.
     */
    default Duration networkTime() {
        return Duration.ZERO;
    }

    /** The server's certificates. */
    default CertificateChain certificate() {
        return CertificateChain.LEAF;
    }

    /** The checks that must pass, in the order in which they are shown. */
    List<Check> checks();

    /** Says of a failed cell why it failed, where more is known than that a check did. */
    default Explanation explanation() {
        return Explanation.NONE;
    }

    /** The measure, if it is a measurement: its cells run several times, while no other cell runs. */
    default Optional<Measure> measure() {
        return Optional.empty();
    }

    /** Whether a TCP flow from the server's network to the client's shares the link with its cells. */
    default boolean besideTcp() {
        return false;
    }

    /** The form in which the client reports its result. */
    default ReportSource reportSource() {
        return ReportSource.EXIT_CODE;
    }

    /**
     * The names of the test cases that it combines, if it combines several; each one's result is reported separately.
     */
    default List<String> parts() {
        return List.of();
    }
}
