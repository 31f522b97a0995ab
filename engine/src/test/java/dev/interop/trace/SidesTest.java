package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidesTest {
    private static final byte[] INITIAL = HexFormat.of().parseHex("c000000001" + "00000001" + "11");
    private static final byte[] ONE_RTT = HexFormat.of().parseHex("40aabbcc");

    private final Sides sides = new Sides();

    @ParameterizedTest
    @CsvSource({
        "193.167.0.100,            193.167.100.100,          CLIENT",
        "193.167.100.100,          193.167.0.100,            SERVER",
        "193.167.3.90,             193.167.103.100,          CLIENT",
        "fd00:cafe:cafe:0::100,    fd00:cafe:cafe:100::100,  CLIENT",
        "fd00:cafe:cafe:103::100,  fd00:cafe:cafe:3::100,    SERVER",
        "fd00:cafe:cafe:99::100,   fd00:cafe:cafe:199::100,  CLIENT"
    })
    void inTheTestNetworksTheAddressDecidesTheSide(String source, String destination, Side expected) {
        assertThat(sender(source, 443, destination, 443, ONE_RTT)).isEqualTo(expected);
    }

    @Test
    void inOtherNetworksTheServerIsTheDestinationOfTheFirstInitial() {
        assertThat(sender("10.0.0.1", 5000, "10.0.0.2", 4433, INITIAL)).isEqualTo(Side.CLIENT);
        assertThat(sender("10.0.0.2", 4433, "10.0.0.1", 5000, INITIAL)).isEqualTo(Side.SERVER);
        assertThat(sender("10.0.0.2", 4433, "10.0.0.1", 5001, ONE_RTT)).isEqualTo(Side.SERVER);
        assertThat(sender("10.0.0.3", 6000, "10.0.0.2", 4433, ONE_RTT)).isEqualTo(Side.CLIENT);
    }

    @Test
    void ifBothEndpointsAreInOneTestNetworkTheServerIsTheDestinationOfTheFirstInitial() {
        assertThat(sender("193.167.100.90", 5000, "193.167.100.100", 4443, INITIAL))
                .isEqualTo(Side.CLIENT);
        assertThat(sender("193.167.100.100", 4443, "193.167.100.90", 5000, INITIAL))
                .isEqualTo(Side.SERVER);
        assertThat(sender("193.167.100.90", 5000, "193.167.100.100", 4443, ONE_RTT))
                .isEqualTo(Side.CLIENT);
    }

    private Side sender(String source, int sourcePort, String destination, int destinationPort, byte[] payload) {
        var udp = new UdpReader.Udp(bytes(source), sourcePort, bytes(destination), destinationPort, 0, payload, 0);
        return sides.sender(udp, new Address(source, sourcePort), new Address(destination, destinationPort));
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
