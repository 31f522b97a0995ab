package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RetriedConnectionsTest {
    private static final Address CLIENT = new Address("193.167.0.100", 5000);
    private static final Address SERVER = new Address("193.167.100.100", 443);

    private final List<Packet> packets = new ArrayList<>();

    @Test
    void theAttemptBeforeARetryAndTheOneAfterItAreOneConnection() {
        add(PacketType.INITIAL, "random", "c", 2);
        add(PacketType.RETRY, "c", "r1", 2);
        add(PacketType.INITIAL, "r1", "c", 1);
        add(PacketType.RETRY, "c", "r2", 1);
        add(PacketType.INITIAL, "r2", "c", 0);
        add(PacketType.INITIAL, "other", "d", 3);

        assertThat(joined()).containsExactly(0L, 0L, 0L, 0L, 0L, 3L);
    }

    @Test
    void aRetryThatTheClientDoesNotFollowChangesNothing() {
        add(PacketType.INITIAL, "random", "c", 0);
        add(PacketType.RETRY, "c", "r1", 0);
        add(PacketType.INITIAL, "other", "d", 1);

        assertThat(joined()).containsExactly(0L, 0L, 1L);
    }

    @Test
    void retriesThatFormACircleAreFollowedOnlyOnce() {
        add(PacketType.RETRY, "c", "r1", 0);
        add(PacketType.INITIAL, "r1", "c", 1);
        add(PacketType.RETRY, "c", "r2", 1);
        add(PacketType.INITIAL, "r2", "c", 0);

        assertThat(joined()).hasSize(4);
    }

    private List<Long> joined() {
        RetriedConnections.merge(packets);
        return packets.stream().map(it -> it.connection().orElseThrow()).toList();
    }

    private void add(PacketType type, String dcid, String scid, long connection) {
        int number = packets.size() + 1;
        var datagram = type == PacketType.RETRY
                ? new Datagram(number, 0, Side.SERVER, SERVER, CLIENT, 0, 1200)
                : new Datagram(number, 0, Side.CLIENT, CLIENT, SERVER, 0, 1200);
        packets.add(new Packet(
                datagram, type, 1, dcid, scid, "", 1200, 1150, Optional.empty(), OptionalLong.of(connection)));
    }
}
