package dev.interop.testbed.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanePacketTest {
    @ParameterizedTest
    @CsvSource({
        "4, 0, nothing gets from the client to the simulator",
        "4, 4, nothing gets from the client to the simulator",
        "3, 4, nothing gets from the server to the simulator",
        "1, 0, IPv6 arrives and IPv4 does not",
        "2, 0, IPv4 arrives and IPv6 does not",
        "137, 0, the client ended with exit code 137"
    })
    void theLegThatFailedIsNamed(int client, int server, String leg) {
        assertThat(LanePacket.leg(client, server)).isEqualTo(leg);
    }
}
