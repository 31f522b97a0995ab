package dev.interop.testing;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * QUIC with the given test cases.
 *
 * @param testCases as in {@link Protocol#testCases()}
 */
@API(status = Status.EXPERIMENTAL)
public record SimpleProtocol(List<TestCase> testCases) implements Protocol {
    public SimpleProtocol {
        testCases = List.copyOf(testCases);
    }

    @Override
    public String name() {
        return "quic";
    }

    @Override
    public String title() {
        return "QUIC";
    }
}
