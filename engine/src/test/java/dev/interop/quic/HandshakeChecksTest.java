package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.PacketType.ONE_RTT;
import static dev.interop.trace.PacketType.OTHER;
import static dev.interop.trace.PacketType.RETRY;
import static dev.interop.trace.PacketType.VERSION_NEGOTIATION;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.trace.Address;
import dev.interop.trace.CryptoRange;
import dev.interop.trace.Datagram;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks of versions, addresses and the amplification limit. */
class HandshakeChecksTest {
    private static final long V1 = QuicTestCase.QUIC_V1;
    private static final long V2 = QuicTestCase.QUIC_V2;
    private static final long UNKNOWN = 0x1a2a3a4aL;

    private final List<Packet> packets = new ArrayList<>();

    @Test
    void aServerThatSendsFourTimesWhatCameToItIsTolerated() {
        datagrams(CLIENT, INITIAL, 1200);
        datagrams(SERVER, INITIAL, 1200, 1200, 1200);
        assertPassed(Checks.amplification(), closed(), "");

        datagrams(SERVER, INITIAL, 1200);
        assertPassed(
                Checks.amplification(),
                closed(),
                "the server sent 4800 bytes after 1200 bytes of the client (packet 5); up to 4 times is tolerated");
    }

    @Test
    void aServerThatSendsMoreThanFourTimesWhatCameToItFails() {
        datagrams(CLIENT, INITIAL, 1200);
        datagrams(SERVER, INITIAL, 1200, 1200, 1200, 1200, 1);

        assertFailed(Checks.amplification(), closed(), "the server sent 4801 bytes after 1200 bytes of the client", 6);
    }

    @Test
    void eachInitialPacketOfTheClientAllowsMore() {
        datagrams(CLIENT, INITIAL, 1200);
        datagrams(SERVER, INITIAL, 1200, 1200, 1200);
        datagrams(CLIENT, INITIAL, 1200);
        datagrams(SERVER, INITIAL, 1200, 1200, 1200);
        datagrams(CLIENT, HANDSHAKE, 100);
        datagrams(SERVER, ONE_RTT, 9000);

        assertPassed(Checks.amplification(), traceOfPackets(), "");
    }

    @Test
    void theTokenOfARetryValidatesTheClientsAddress() {
        datagrams(CLIENT, INITIAL, 1200);
        datagrams(SERVER, RETRY, 100);
        add(CLIENT, INITIAL, V1, "", "", "0badcafe", 1200);
        datagrams(SERVER, INITIAL, 9000);

        assertPassed(Checks.amplification(), traceOfPackets(), "");
    }

    @Test
    void aClientThatSendsNoHandshakePacketFails() {
        datagrams(CLIENT, INITIAL, 1200);
        datagrams(SERVER, INITIAL, 1200);

        assertThat(failure(Checks.amplification(), traceOfPackets()).seen()).isEqualTo("none came to the server");
    }

    @Test
    void aServerThatPresentsASmallChainFails() {
        var small = trace().crypto(SERVER, HANDSHAKE, new CryptoRange(0, 1000))
                .crypto(SERVER, HANDSHAKE, new CryptoRange(1000, 6499));

        assertFailed(Checks.handshakeCrypto(7500), small.build(), "the server sent 7499 bytes", 2);
        assertThat(examine(
                        Checks.handshakeCrypto(7500),
                        small.sealed(SERVER, HANDSHAKE).build()))
                .isInstanceOf(CheckResult.Undecided.class);
        assertPassed(
                Checks.handshakeCrypto(7500),
                small.crypto(SERVER, HANDSHAKE, new CryptoRange(7400, 100)).build(),
                "7500 bytes");
    }

    @Test
    void aPacketOverIpv4FailsWhereIpv6IsAskedFor() {
        assertFailed(
                Checks.onlyIpv6(),
                trace().sealed(CLIENT, INITIAL).build(),
                "the client sent a packet from 193.167.0.100:50000",
                1);

        add(CLIENT, INITIAL, V1, "", "", "", 1200);
        assertPassed(Checks.onlyIpv6(), traceOfPackets(), "");
    }

    @Test
    void aSideThatNeverSendsAnInitialOfTheVersionFails() {
        add(CLIENT, INITIAL, V2, "", "", "", 1200);
        add(SERVER, INITIAL, V1, "", "", "", 1200);

        assertFailed(Checks.initialVersion(CLIENT, V1), traceOfPackets(), "the client sent version 0x6b3343cf only", 1);
        assertFailed(Checks.initialVersion(SERVER, V2), traceOfPackets(), "the server sent version 0x1 only", 2);

        add(CLIENT, INITIAL, V1, "", "", "", 1200);
        assertPassed(Checks.initialVersion(CLIENT, V1), traceOfPackets(), "");
    }

    @Test
    void oneHandshakePacketOfAnotherVersionFailsOnEitherSide() {
        add(CLIENT, HANDSHAKE, V2, "", "", "", 1200);
        assertThat(failure(Checks.handshakeVersion(V2), traceOfPackets()).seen())
                .isEqualTo("the server sent no Handshake packet");

        add(SERVER, HANDSHAKE, V2, "", "", "", 1200);
        assertPassed(Checks.handshakeVersion(V2), traceOfPackets(), "");

        add(SERVER, HANDSHAKE, V1, "", "", "", 1200);
        assertFailed(Checks.handshakeVersion(V2), traceOfPackets(), "the server sent version 0x1", 3);
    }

    @Test
    void aVersionNegotiationPacketHasTheConnectionIdsOfTheClientsFirstPacketSwapped() {
        add(CLIENT, OTHER, UNKNOWN, "0123456789abcdef", "aa", "", 1200);
        assertFailed(Checks.versionNegotiation(), traceOfPackets(), "the server sent no Version Negotiation packet", 1);

        add(SERVER, VERSION_NEGOTIATION, 0, "aa", "fedcba9876543210", "", 50);
        assertFailed(Checks.versionNegotiation(), traceOfPackets(), "the server sent one with fedcba9876543210", 2);

        add(SERVER, VERSION_NEGOTIATION, 0, "aa", "0123456789abcdef", "", 50);
        assertPassed(Checks.versionNegotiation(), traceOfPackets(), "");
    }

    @Test
    void aClientThatSendsNothingFailsVersionNegotiation() {
        assertThat(failure(Checks.versionNegotiation(), traceOfPackets()).seen())
                .isEqualTo("the client sent none");
    }

    private static void assertPassed(Check check, Trace trace, String seen) {
        assertThat(examine(check, trace))
                .isInstanceOfSatisfying(
                        CheckResult.Passed.class, it -> assertThat(it.seen()).isEqualTo(seen));
    }

    private static void assertFailed(Check check, Trace trace, String seen, long packet) {
        var finding = failure(check, trace);
        assertThat(finding.seen()).isEqualTo(seen);
        assertThat(finding.evidence().packet()).hasValue(packet);
    }

    private static Finding failure(Check check, Trace trace) {
        var result = examine(check, trace);
        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        return ((CheckResult.Failed) result).findings().get(0);
    }

    private static CheckResult examine(Check check, Trace trace) {
        return check.examine(new Evidence() {
            @Override
            public Recording recording() {
                return RecordingBuilder.recording(Path.of("nowhere")).build();
            }

            @Override
            public Trace trace(Side side, Depth depth) {
                return trace;
            }
        });
    }

    /** The packets so far, then the client's Handshake packet. */
    private Trace closed() {
        var all = new ArrayList<>(packets);
        all.add(packet(packets.size() + 1, CLIENT, HANDSHAKE, V1, "", "", "", 100));
        return traceOf(all);
    }

    private Trace traceOfPackets() {
        return traceOf(packets);
    }

    private static Trace traceOf(List<Packet> packets) {
        return new Trace("sim/trace_node_right.pcap", packets, true);
    }

    private void datagrams(Side from, PacketType type, int... bytes) {
        for (int length : bytes) {
            add(from, type, V1, "", "", "", length);
        }
    }

    private void add(Side from, PacketType type, long version, String dcid, String scid, String token, int bytes) {
        packets.add(packet(packets.size() + 1, from, type, version, dcid, scid, token, bytes));
    }

    private static Packet packet(
            int number, Side from, PacketType type, long version, String dcid, String scid, String token, int bytes) {
        var client = new Address("fd00:cafe:cafe:0:0:0:0:100", 50000);
        var server = new Address("fd00:cafe:cafe:100:0:0:0:100", 443);
        var datagram = from == CLIENT
                ? new Datagram(number, number / 100.0, from, client, server, 0, bytes)
                : new Datagram(number, number / 100.0, from, server, client, 0, bytes);
        return new Packet(datagram, type, version, dcid, scid, token, bytes, bytes, Optional.empty());
    }
}
