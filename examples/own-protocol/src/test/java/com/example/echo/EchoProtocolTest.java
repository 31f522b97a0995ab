package com.example.echo;

import static dev.interop.testing.ProtocolAssert.assertThat;

import org.junit.jupiter.api.Test;

class EchoProtocolTest {
    @Test
    void theSectionInTheRegistryHasAValidSchema() {
        assertThat(new EchoProtocol()).hasValidRegistrySection();
    }
}
