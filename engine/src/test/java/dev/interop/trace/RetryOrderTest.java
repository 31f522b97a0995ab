package dev.interop.trace;

import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.PacketType.ONE_RTT;
import static dev.interop.trace.PacketType.RETRY;
import static dev.interop.trace.PacketType.ZERO_RTT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryOrderTest {
    private static final Address CLIENT = new Address("193.167.0.100", 5000);
    private static final Address SERVER = new Address("193.167.100.100", 443);

    private final List<Integer> taken = new ArrayList<>();
    private final RetryOrder order = new RetryOrder(it -> taken.add(it.index()));
    private int index;

    @Test
    void withoutARetryTheOrderOfCaptureIsKept() throws IOException {
        client(INITIAL, "random");
        client(ZERO_RTT, "random");
        server(INITIAL, "s1");
        client(INITIAL, "random");
        client(HANDSHAKE, "s1");
        server(ONE_RTT, "");
        order.finish();

        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void theAttemptsThatARetryEndedComeLast() throws IOException {
        client(INITIAL, "random");
        client(INITIAL, "random");
        server(RETRY, "r1");
        client(INITIAL, "random");
        server(RETRY, "r2");
        client(INITIAL, "r1");
        server(INITIAL, "s1");
        client(HANDSHAKE, "s1");
        order.finish();

        assertThat(taken).containsExactly(5, 6, 7, 0, 1, 2, 3, 4);
    }

    @Test
    void anInitialToAnIdThatTheServerIssuedInA1RttPacketIsNoAttempt() throws IOException {
        client(INITIAL, "random");
        server(INITIAL, "s1");
        server(ONE_RTT, "");
        client(INITIAL, "given");
        client(HANDSHAKE, "given");
        client(ONE_RTT, "given");
        order.finish();

        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void anUnansweredAttemptIsPassedOnAtTheEnd() throws IOException {
        client(INITIAL, "random");
        client(INITIAL, "random");
        order.finish();

        assertThat(taken).containsExactly(0, 1);
    }

    @Test
    void aSecondConnectionFromTheSameAddressMayHaveItsOwnRetry() throws IOException {
        client(INITIAL, "random1");
        server(INITIAL, "s1");
        client(INITIAL, "random2");
        server(RETRY, "r2");
        client(INITIAL, "r2");
        order.finish();

        assertThat(taken).containsExactly(0, 1, 4, 2, 3);
    }

    /** The dissector would assign the fourth packet to the new connection. */
    @Test
    void anAttemptFromASocketWithAnotherConnectionWaitsForItsAnswer() throws IOException {
        client(INITIAL, "random1", "c1");
        server(INITIAL, "s1", "c1");
        client(INITIAL, "random2", "c2");
        client(ONE_RTT, "");
        server(ONE_RTT, "");
        client(ZERO_RTT, "random2", "c2");
        server(INITIAL, "s2", "c2");
        client(ONE_RTT, "");
        order.finish();

        assertThat(taken).containsExactly(0, 1, 3, 4, 2, 5, 6, 7);
    }

    @Test
    void aRetryEndsOnlyItsOwnAttempt() throws IOException {
        client(INITIAL, "random1", "c1");
        client(INITIAL, "random2", "c2");
        server(RETRY, "r2", "c2");
        server(INITIAL, "s1", "c1");
        client(INITIAL, "r2", "c2");
        server(INITIAL, "s2", "c2");
        order.finish();

        assertThat(taken).containsExactly(0, 3, 4, 5, 1, 2);
    }

    private void client(PacketType type, String dcid) throws IOException {
        client(type, dcid, "");
    }

    private void client(PacketType type, String dcid, String scid) throws IOException {
        add(Side.CLIENT, CLIENT, SERVER, type, dcid, scid);
    }

    private void server(PacketType type, String scid) throws IOException {
        server(type, scid, "");
    }

    private void server(PacketType type, String scid, String dcid) throws IOException {
        add(Side.SERVER, SERVER, CLIENT, type, dcid, scid);
    }

    private void add(Side from, Address source, Address destination, PacketType type, String dcid, String scid)
            throws IOException {
        var datagram = new Datagram(index + 1L, 0, from, source, destination, 0, 0);
        var header = new QuicHeaders.Header(type, 1, dcid, scid, "", 0, 0, 0);
        var udp = new UdpReader.Udp(new byte[4], 0, new byte[4], 0, 0, new byte[0], 0);
        order.add(new RetryOrder.Entry(datagram, udp, 0, header, index++));
    }
}
