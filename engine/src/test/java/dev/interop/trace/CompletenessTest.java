package dev.interop.trace;

import static dev.interop.trace.AlteredCapture.header;
import static dev.interop.trace.AlteredCapture.set;
import static dev.interop.trace.AlteredCapture.tag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.StoredRecordings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement: a frame is read, or certainly has no UDP datagram, or the trace says that it has a gap. */
class CompletenessTest {
    private static final Set<Side> BOTH = EnumSet.allOf(Side.class);
    private static final int PROTOCOL = 23;
    private static final int FLAGS = 20;
    private static final int UDP_LENGTH = 38;

    private final AlteredCapture capture =
            AlteredCapture.of(StoredRecordings.recording("retry").clientTrace());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0x8100, 0x88a8, 0x9100})
    void tagsOfVirtualNetworksAreRead(int type) throws IOException {
        var whole = read();
        capture.each(tag(0x8100)).each(tag(type));

        assertSame(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 14, 101, 228})
    void rawIpIsRead(int linkType) throws IOException {
        var whole = read();
        capture.each(header()).linkType(linkType);

        assertSame(whole);
    }

    @Test
    void loopbackHeadersOfEitherByteOrderAreRead() throws IOException {
        var whole = read();
        capture.each(header((byte) 2, (byte) 0, (byte) 0, (byte) 0)).linkType(0);
        assertSame(whole);

        capture.each(it -> set(0, 0, 0, 0, 2).apply(it)).linkType(108);
        assertSame(whole);
    }

    @Test
    void framesThatWereCutCountAsUnread() throws IOException {
        capture.cut(96);

        assertThat(gap(BOTH))
                .matches("frame \\d+ was not read: 96 of its \\d+ bytes were captured \\(and \\d+ more frames\\)");
    }

    @Test
    void anUnknownLinkTypeCountsAsUnread() throws IOException {
        capture.linkType(147);

        assertThat(gap(BOTH)).startsWith("frame 1 was not read: link type 147 is unknown (and ");
        assertThat(read().packets()).isEmpty();
    }

    @Test
    void anIpFragmentIsAGapOnlyForTheSideThatSentIt() throws IOException {
        int number = firstOf(Side.CLIENT);
        capture.one(number, set(FLAGS, 0x20, 0));

        assertThat(gap(Set.of(Side.CLIENT))).isEqualTo("frame " + number + " was not read: it is an IP fragment");
        assertThat(read().completeness().gap(Set.of(Side.SERVER))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 41, 47, 50, 253})
    void aTunnelCountsAsUnread(int protocol) throws IOException {
        int number = firstOf(Side.SERVER);
        capture.one(number, set(PROTOCOL, protocol));

        assertThat(gap(Set.of(Side.SERVER)))
                .isEqualTo("frame %d was not read: IP protocol %d is unknown or a tunnel".formatted(number, protocol));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void aUdpLengthThatLeavesNoRoomForItsHeaderCountsAsUnread(int length) throws IOException {
        int number = firstOf(Side.CLIENT);
        capture.one(number, set(UDP_LENGTH, 0, length));

        assertThat(gap(Set.of(Side.CLIENT)))
                .isEqualTo("frame %d was not read: its UDP header has a length of %d".formatted(number, length));
    }

    @Test
    void anUnknownEthernetTypeAndAMalformedHeaderCountAsUnread() throws IOException {
        capture.one(1, set(12, 0x88, 0x47));
        assertThat(gap(Set.of(Side.CLIENT))).startsWith("frame 1 was not read: Ethernet type 0x8847 is unknown");

        capture.one(1, set(12, 0x08, 0x00, 0x41));
        assertThat(gap(BOTH)).startsWith("frame 1 was not read: its IPv4 header is malformed");
    }

    @Test
    void framesThatAreNoUdpOfTheEndpointsAreNoGap() throws IOException {
        var udp = capture.frame(firstOf(Side.CLIENT));
        var macs = "ffffffffffff020000000001";
        for (var frame : List.of(
                macs + "0806" + "00".repeat(46),
                macs + "88cc" + "00".repeat(46),
                macs + "0026" + "424203" + "00".repeat(43),
                // A report of multicast listeners: IPv6 with hop-by-hop options.
                macs + "86dd6000000000240001" + "fe80" + "00".repeat(14) + "ff02" + "00".repeat(14) + "3a00050200000100"
                        + "8f00" + "00".repeat(26))) {
            capture.add(HexFormat.of().parseHex(frame));
        }
        capture.add(set(PROTOCOL, 1).apply(udp));
        capture.add(set(PROTOCOL, 6).apply(udp));
        capture.add(set(FLAGS, 0x20, 0).apply(set(PROTOCOL, 1).apply(udp)));

        assertThat(read().completeness()).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void udpBehindExtensionHeadersIsReadAndAFragmentOfItIsNot() throws IOException {
        var payload = new byte[] {0x40, 1, 2, 3};
        var datagram = ByteBuffer.allocate(12)
                .putShort((short) 443)
                .putShort((short) 5000)
                .putShort((short) 12)
                .putShort((short) 0)
                .put(payload)
                .array();
        capture.add(ipv6(60, "1100010400000000", datagram)).add(ipv6(44, "1100000000000001", datagram));
        var whole = read();
        assertThat(whole.completeness()).isEqualTo(Completeness.WHOLE);
        assertThat(whole.packets().get(whole.packets().size() - 1).length()).isEqualTo(payload.length);

        capture.add(ipv6(44, "1100000100000001", datagram));
        assertThat(gap(Set.of(Side.SERVER))).endsWith("it is an IP fragment");
    }

    @Test
    void aCaptureThatIsCutShortKeepsItsPacketsAndHasAGap() throws IOException {
        var recording = recording();
        var bytes = Files.readAllBytes(recording.clientTrace());
        Files.write(recording.clientTrace(), Arrays.copyOf(bytes, bytes.length - 40));

        var trace = read(recording);
        assertThat(trace.packets()).isNotEmpty();
        assertThat(trace.completeness().gap(BOTH).orElseThrow()).contains("the capture is cut short after frame ");
        assertThat(trace.completeness().flood()).isEmpty();
    }

    @Test
    void theSideThatSentMostFramesOfALossyCaptureFloodedIt() throws IOException {
        var frame = set(PROTOCOL, 6).apply(capture.frame(firstOf(Side.CLIENT)));
        for (int i = 0; i < 60_000; i++) {
            capture.add(Arrays.copyOf(frame, 60));
        }
        assertThat(read().completeness()).isEqualTo(Completeness.WHOLE);

        RecordingBuilder.recording(folder).stdout(ContainerRole.SIM, "sim: left capture: 60030 frames, 9 missed\n");
        var completeness = read().completeness();
        assertThat(completeness.gap(Set.of(Side.SERVER)))
                .hasValue("sim/trace_node_left.pcap: the capture lost 9 packets");
        assertThat(completeness.flood())
                .get()
                .extracting(Completeness.Flood::from)
                .isEqualTo(Optional.of(Side.CLIENT));
    }

    @Test
    void aFloodThatThePeerAnswersIsAFlood() throws IOException {
        lossy(80_000, set(PROTOCOL, 6).apply(capture.frame(firstOf(Side.CLIENT))), 60);
        lossy(60_000, set(PROTOCOL, 6).apply(capture.frame(firstOf(Side.SERVER))), 60);

        assertThat(read().completeness().flood())
                .get()
                .extracting(Completeness.Flood::from)
                .isEqualTo(Optional.of(Side.CLIENT));
    }

    @Test
    void aFloodWithAddressesOfNobodyIsAFlood() throws IOException {
        lossy(60_000, ByteBuffer.allocate(14).putShort(12, (short) 0x0806).array(), 60);

        assertThat(read().completeness().flood())
                .get()
                .extracting(Completeness.Flood::from)
                .isEqualTo(Optional.empty());
    }

    @Test
    void aFloodOfLargeFramesIsAFlood() throws IOException {
        lossy(2_200, set(PROTOCOL, 6).apply(capture.frame(firstOf(Side.CLIENT))), 65_000);

        assertThat(read().completeness().flood()).isPresent();
    }

    @Test
    void aLossyCaptureOfAnHonestTransferHasNoFlood() throws IOException {
        lossy(25_000, set(PROTOCOL, 6).apply(capture.frame(firstOf(Side.SERVER))), 60);

        assertThat(read().completeness().flood()).isEmpty();
    }

    private void lossy(int frames, byte[] frame, int length) throws IOException {
        for (int i = 0; i < frames; i++) {
            capture.add(Arrays.copyOf(frame, length));
        }
        RecordingBuilder.recording(folder).stdout(ContainerRole.SIM, "sim: left capture: 60030 frames, 9 missed\n");
    }

    private static byte[] ipv6(int next, String extension, byte[] payload) {
        var header = HexFormat.of()
                .parseHex("020000000001020000000002" + "86dd" + "60000000"
                        + "%04x%02x40".formatted(8 + payload.length, next) + "fd00cafecafe0100" + "00".repeat(7) + "64"
                        + "fd00cafecafe0000" + "00".repeat(7) + "64" + extension);
        return ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array();
    }

    private int firstOf(Side side) throws IOException {
        return (int) read().packets().stream()
                .filter(it -> it.from() == side)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private void assertSame(Trace whole) throws IOException {
        var read = read();
        assertThat(read.completeness()).isEqualTo(Completeness.WHOLE);
        assertThat(read.packets())
                .extracting(Packet::dcid)
                .isEqualTo(whole.packets().stream().map(Packet::dcid).toList());
        assertThat(read.packets()).isNotEmpty();
    }

    private String gap(Set<Side> sides) throws IOException {
        return read().completeness().gap(sides).orElse("none");
    }

    private Trace read() throws IOException {
        return read(recording());
    }

    private Recording recording() throws IOException {
        var recording = RecordingBuilder.recording(folder).build();
        capture.write(recording.clientTrace());
        return recording;
    }

    private static Trace read(Recording recording) {
        return new TraceReader((files, command, stdout) -> {
                    throw new AssertionError("no dissector is needed");
                })
                .read(recording, Side.CLIENT, Depth.HEADERS);
    }
}
