package dev.interop.moqt.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.trace.Address;
import dev.interop.trace.Contents;
import dev.interop.trace.Datagram;
import dev.interop.trace.HandshakeData;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.StreamFrames;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Assigns packets to connections that share an address, and to one that has several. */
class ClientConnectionTest {
    private static final Address SERVER = new Address("10.0.0.2", 443);
    private static final OptionalLong NONE = OptionalLong.empty();

    private final List<Packet> packets = new ArrayList<>();

    @Test
    void oneSocketMayHaveSeveralConnections() {
        var first = client(PacketType.INITIAL, 1, true, OptionalLong.of(0));
        var second = client(PacketType.INITIAL, 1, true, OptionalLong.of(1));
        var found = ClientConnection.in(trace());

        assertThat(found).hasSize(2);
        assertThat(found.get(0).mayCarry(first)).isTrue();
        assertThat(found.get(0).mayCarry(second)).isFalse();
        assertThat(found.get(1).mayCarry(second)).isTrue();
    }

    /** The dissector may assign the packet to the wrong connection, so that the other one may lack it. */
    @Test
    void aPacketThatCannotBeReadMayBelongToAnyConnectionOfItsAddresses() {
        client(PacketType.INITIAL, 1, true, OptionalLong.of(0));
        client(PacketType.INITIAL, 1, true, OptionalLong.of(1));
        client(PacketType.INITIAL, 2, true, OptionalLong.of(2));
        var sealed = client(PacketType.ONE_RTT, 1, false, OptionalLong.of(1));

        assertThat(ClientConnection.in(trace()).stream().map(it -> it.mayCarry(sealed)))
                .containsExactly(true, true, false);
    }

    @Test
    void aConnectionMayMigrateToAnotherAddress() {
        client(PacketType.INITIAL, 1, true, OptionalLong.of(0));
        var moved = client(PacketType.ONE_RTT, 2, true, OptionalLong.of(0));
        var sealed = client(PacketType.ONE_RTT, 2, false, OptionalLong.of(0));

        assertThat(ClientConnection.in(trace()))
                .singleElement()
                .matches(it -> it.mayCarry(moved) && it.mayCarry(sealed));
    }

    @Test
    void withoutNumbersTheAddressIdentifiesAConnection() {
        var first = client(PacketType.INITIAL, 1, true, NONE);
        var second = client(PacketType.INITIAL, 2, true, NONE);
        var found = ClientConnection.in(trace());

        assertThat(found).hasSize(2);
        assertThat(found.get(0).mayCarry(first)).isTrue();
        assertThat(found.get(0).mayCarry(second)).isFalse();
    }

    private Trace trace() {
        return new Trace("capture", packets, true);
    }

    private Packet client(PacketType type, int port, boolean isRead, OptionalLong connection) {
        var datagram =
                new Datagram(packets.size() + 1L, 0, Side.CLIENT, new Address("10.0.0.1", port), SERVER, 0, 1200);
        var contents = new Contents(0, OptionalInt.empty(), 0, List.of(1L), HandshakeData.NONE, StreamFrames.NONE);
        var packet = new Packet(
                datagram,
                type,
                1,
                "d" + packets.size(),
                "",
                "",
                1200,
                1150,
                isRead ? Optional.of(contents) : Optional.empty(),
                connection);
        packets.add(packet);
        return packet;
    }
}
