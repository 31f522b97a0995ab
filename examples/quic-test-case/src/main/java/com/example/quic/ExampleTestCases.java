package com.example.quic;

import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestCaseProvider;
import java.util.List;

/** Adds this jar's test cases to QUIC. Named in {@code META-INF/services/dev.interop.protocol.TestCaseProvider}. */
public final class ExampleTestCases implements TestCaseProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ExampleTestCases() {}

    @Override
    public String protocol() {
        return "quic";
    }

    @Override
    public List<TestCase> testCases() {
        return List.of(new PaddedHandshake());
    }
}
