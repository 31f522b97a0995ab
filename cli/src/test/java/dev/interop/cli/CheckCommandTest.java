package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckCommandTest {
    @Test
    void onlySectionsOfTheEndpointContractHaveASectionSign() {
        assertThat(CheckCommand.section("2.1")).isEqualTo("§2.1");
        assertThat(CheckCommand.section("RFC 862, UDP")).isEqualTo("RFC 862, UDP");
    }
}
