package dev.interop.testing;

import dev.interop.protocol.Protocol;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a protocol: {@code assertThat(new EchoProtocol()).hasValidRegistrySection()}. */
@API(status = Status.EXPERIMENTAL)
public final class ProtocolAssert extends AbstractAssert<ProtocolAssert, Protocol> {
    private ProtocolAssert(Protocol actual) {
        super(actual, ProtocolAssert.class);
    }

    /** Starts an assertion on a protocol. */
    public static ProtocolAssert assertThat(Protocol protocol) {
        return new ProtocolAssert(protocol);
    }

    /**
     * Verifies that the schema of the protocol's registry section is a JSON Schema, that what it refers to exists, and
     * that it redefines nothing. A run does not verify that, since it costs 0.3 s.
     */
    public ProtocolAssert hasValidRegistrySection() {
        var section = actual.registrySection();
        section.problem().ifPresent(it -> {
            throw failure("the schema of section '%s' is invalid: %s", section.name(), it);
        });
        return this;
    }
}
