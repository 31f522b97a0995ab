package dev.interop.protocol;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Adds test cases to a protocol. Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters.
 * Its test cases are listed, planned, run and reported after the protocol's own.
 */
@API(status = Status.EXPERIMENTAL)
public interface TestCaseProvider {
    /** The protocol's name, such as {@code quic}. */
    String protocol();

    /** The test cases. Names and letters differ from those that the protocol has. */
    List<TestCase> testCases();

    /** Scenarios of the configured simulator that the protocol does not know and these test cases use, by name. */
    default List<String> scenarios() {
        return List.of();
    }
}
