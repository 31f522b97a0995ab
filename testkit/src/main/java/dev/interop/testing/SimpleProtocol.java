package dev.interop.testing;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import java.util.List;

/**
 * QUIC with the given test cases.
 *
 * @param testCases as in {@link Protocol#testCases()}
 */
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
