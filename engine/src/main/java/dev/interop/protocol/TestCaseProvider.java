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

    /** The names of further simulator scenarios that these test cases use and the protocol does not know. */
    default List<String> scenarios() {
        return List.of();
    }
}
