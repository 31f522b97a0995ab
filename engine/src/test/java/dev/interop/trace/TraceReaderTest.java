package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.StoredRecordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {
    private static final DissectionTool NONE = (files, command, stdout) -> {
        throw new AssertionError("no dissection was needed");
    };

    @Test
    void headersAreReadWithoutDissection() {
        var trace = new TraceReader(NONE).read(recording("resumption"), Side.SERVER, Depth.HEADERS);

        assertThat(trace.file()).isEqualTo("sim/trace_node_right.pcap");
        assertThat(trace.sent(Side.SERVER, PacketType.INITIAL))
                .extracting(Packet::scid)
                .doesNotContain("")
                .satisfies(it -> assertThat(it.stream().distinct()).hasSize(2));
        assertThat(trace.packets()).allSatisfy(it -> assertThat(it.contents()).isEmpty());
    }

    @Test
    void aDatagramThatCrossedTheNetworkHasTheSameFingerprintInBothCaptures() {
        var reader = new TraceReader(NONE);
        var left = fingerprints(reader.read(recording("chacha20"), Side.CLIENT, Depth.HEADERS));
        var right = fingerprints(reader.read(recording("chacha20"), Side.SERVER, Depth.HEADERS));

        assertThat(left.values()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(right.values());
        assertThat(Fingerprint.of(new byte[] {1, 2, 3, 4, 5})).isNotEqualTo(Fingerprint.of(new byte[] {9, 2, 3, 4, 5}));
        assertThat(Fingerprint.of(new byte[] {1})).isNotEqualTo(Fingerprint.of(new byte[] {}));
    }

    private static Map<Long, Long> fingerprints(Trace trace) {
        return trace.packets().stream()
                .map(Packet::datagram)
                .collect(Collectors.toMap(Datagram::number, Datagram::fingerprint, (one, same) -> one));
    }

    @Test
    void dissectedContentsAreGivenToTheRightPacketOfADatagram() {
        var trace = read("resumption", Side.SERVER, Depth.HANDSHAKE);

        var certificates = trace.packets().stream()
                .filter(it -> it.contents()
                        .filter(c -> c.hasMessage(Contents.CERTIFICATE))
                        .isPresent())
                .toList();
        assertThat(certificates).singleElement().satisfies(it -> {
            assertThat(it.type()).isEqualTo(PacketType.HANDSHAKE);
            assertThat(it.from()).isEqualTo(Side.SERVER);
        });
        assertThat(trace.packets())
                .filteredOn(it -> it.type() != PacketType.ONE_RTT)
                .allSatisfy(it -> assertThat(it.contents()).isPresent());
        var last = trace.packets().get(trace.packets().size() - 1);
        assertThat(last.type()).isEqualTo(PacketType.ONE_RTT);
        assertThat(last.contents()).isEmpty();
    }

    @Test
    void aConnectionWhoseClientSendsANewClientHelloAfterARetryIsDecrypted() {
        var trace = read("retry-new-hello", Side.CLIENT, Depth.HANDSHAKE);

        assertThat(trace.sent(Side.SERVER, PacketType.RETRY)).hasSize(1);
        assertThat(trace.sent(Side.CLIENT, PacketType.INITIAL))
                .filteredOn(it -> it.contents()
                        .filter(c -> c.hasMessage(Contents.CLIENT_HELLO))
                        .isPresent())
                .hasSize(2);
        assertThat(trace.sent(Side.SERVER, PacketType.HANDSHAKE))
                .singleElement()
                .satisfies(it -> assertThat(it.contents())
                        .hasValueSatisfying(c ->
                                assertThat(c.hasMessage(Contents.CERTIFICATE)).isTrue()));
    }

    @Test
    void aFullTraceHasTheContentsOf1RttPackets() {
        var trace = read("zerortt", Side.CLIENT, Depth.FULL);

        assertThat(trace.decrypted()).isTrue();
        assertThat(trace.sent(Side.SERVER, PacketType.ONE_RTT))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.contents())
                        .hasValueSatisfying(c -> assertThat(c.keyPhase()).hasValue(0)));
    }

    @Test
    void tsharkIsAskedForTheFieldsOfTheDepthAndGetsTheClientsKeylog() {
        var recording = recording("zerortt");
        var asked = new ArrayList<String>();
        var files = new ArrayList<String>();
        var stored = StoredRecordings.stored(recording.folder());
        new TraceReader((given, command, stdout) -> {
                    asked.addAll(command);
                    files.addAll(given.keySet());
                    return stored.run(given, command, stdout);
                })
                .read(recording, Side.CLIENT, Depth.FULL);

        assertThat(files).containsExactly("trace_node_left.pcap", "keys.log");
        assertThat(asked).contains("tls.keylog_file:keys.log", "udp.port==443,quic", "--disable-all-protocols");
        assertThat(asked).filteredOn("-e"::equals).hasSize(Field.of(Depth.FULL).size());
        assertThat(asked).doesNotContain("quic.stream_data");
    }

    @Test
    void aFailedDissectionIsUnreadable() {
        var reader = new TraceReader((files, command, stdout) -> new DissectionTool.Exit(2, "tshark: gone\n"));

        assertThatThrownBy(() -> reader.read(recording("zerortt"), Side.CLIENT, Depth.FULL))
                .isInstanceOfSatisfying(
                        TraceUnavailable.class, it -> assertThat(it.isMissing()).isFalse())
                .hasMessage("sim/trace_node_left.pcap: dissection failed: exit code 2: tshark: gone");
    }

    @Test
    void aTemporaryFolderThatCannotBeWrittenIsNoFaultOfTheCapture(@TempDir Path folder) throws IOException {
        var noFolder = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new TraceReader(NONE, noFolder).read(recording("resumption"), Side.CLIENT, Depth.FULL))
                .isInstanceOfSatisfying(
                        DissectionFailed.class,
                        it -> assertThat(it.fault().code()).isEqualTo(Fault.Code.HARNESS))
                .hasMessageContaining("make " + noFolder + " writable");
    }

    @Test
    void theCopyForTheDissectorIsRemoved() {
        var copies = new ArrayList<Path>();
        var recording = recording("zerortt");
        var stored = StoredRecordings.stored(recording.folder());
        new TraceReader((files, command, stdout) -> {
                    copies.add(files.get("trace_node_left.pcap"));
                    assertThat(copies).allSatisfy(it -> assertThat(it).exists());
                    return stored.run(files, command, stdout);
                })
                .read(recording, Side.CLIENT, Depth.FULL);

        assertThat(copies).hasSize(1).allSatisfy(it -> assertThat(it).doesNotExist());
    }

    @Test
    void anAbsentCaptureIsMissingAndALossyOneIsIncomplete(@TempDir Path folder) throws IOException {
        var recording = RecordingBuilder.recording(folder).build();
        assertMissing(recording, "no capture");

        Files.createDirectories(folder.resolve("sim"));
        Files.copy(recording("handshake").serverTrace(), recording.serverTrace());
        assertThat(new TraceReader(NONE)
                        .read(recording, Side.SERVER, Depth.HEADERS)
                        .packets())
                .isNotEmpty();

        for (var output : List.of("sim: right capture: 23 frames, 2 missed\n", "2 packets dropped by kernel\n")) {
            RecordingBuilder.recording(folder).stdout(ContainerRole.SIM, output);
            var trace = new TraceReader(NONE).read(recording, Side.SERVER, Depth.HEADERS);
            assertThat(trace.packets()).isNotEmpty();
            assertThat(trace.completeness().gap(Set.of(Side.CLIENT)))
                    .hasValue("sim/trace_node_right.pcap: the capture lost 2 packets");
            assertThat(trace.completeness().gap(Set.of())).isEmpty();
        }
    }

    @Test
    void theSecretsOfBothKeylogsAreJoinedIfTheyAreValid(@TempDir Path folder) throws IOException {
        var builder = RecordingBuilder.recording(folder);
        var joined = folder.resolve("joined");
        assertThat(Keylog.isIn(builder.build())).isFalse();
        assertThat(Keylog.join(builder.build(), joined)).isEmpty();

        builder.file("server/keys.log", "SERVER_HANDSHAKE_TRAFFIC_SECRET aa bb");
        builder.file("client/keys.log", "CLIENT_RANDOM aa bb\n");
        assertThat(Keylog.join(builder.build(), joined)).isPresent();
        assertThat(joined).content().isEqualToIgnoringNewLines("SERVER_HANDSHAKE_TRAFFIC_SECRET aa bb\n");

        builder.file("client/keys.log", "# a comment\nSERVER_HANDSHAKE_TRAFFIC_SECRET aa cc\n");
        assertThat(Keylog.join(builder.build(), joined)).isPresent();
        assertThat(Files.readAllLines(joined))
                .containsSubsequence(
                        "# a comment",
                        "SERVER_HANDSHAKE_TRAFFIC_SECRET aa cc",
                        "SERVER_HANDSHAKE_TRAFFIC_SECRET aa bb");
    }

    /** A client that leaves before the server has its Finished, with a server whose keylog then lacks the client's secret. */
    @Test
    void theServerIsReadThoughTheClientsSecretIsMissing() throws IOException {
        var recording = recording("webtransport-left-in-the-handshake");
        var given = new ArrayList<String>();
        var stored = StoredRecordings.stored(recording.folder());
        var before = Files.readString(recording.keylog(ContainerRole.SERVER));

        var trace = new TraceReader((files, command, stdout) -> {
                    given.addAll(Files.readAllLines(files.get("keys.log")));
                    return stored.run(files, command, stdout);
                })
                .read(recording, Side.CLIENT, Depth.PARAMETERS);

        assertThat(given)
                .filteredOn(it -> it.startsWith("CLIENT_TRAFFIC_SECRET_0"))
                .hasSize(1);
        assertThat(Files.readString(recording.keylog(ContainerRole.SERVER)))
                .isEqualTo(before)
                .doesNotContain("CLIENT_TRAFFIC_SECRET_0");
        assertThat(trace.sent(Side.SERVER, PacketType.ONE_RTT))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.contents()).isPresent());
        assertThat(trace.sent(Side.CLIENT, PacketType.ONE_RTT))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.contents()).isEmpty());
        assertThat(trace.completeness().gap(Set.of(Side.SERVER))).isEmpty();
        assertThat(trace.completeness().gap(Set.of(Side.CLIENT)))
                .hasValueSatisfying(
                        it -> assertThat(it).contains("no keylog has the secret of the client's 1-RTT packets"));
    }

    private static void assertMissing(Recording recording, String why) {
        assertThatThrownBy(() -> new TraceReader(NONE).read(recording, Side.SERVER, Depth.HEADERS))
                .isInstanceOfSatisfying(
                        TraceUnavailable.class, it -> assertThat(it.isMissing()).isTrue())
                .hasMessage("sim/trace_node_right.pcap: " + why);
    }

    private static Recording recording(String name) {
        return StoredRecordings.recording(name);
    }

    private static Trace read(String name, Side side, Depth depth) {
        var recording = recording(name);
        return new TraceReader(StoredRecordings.stored(recording.folder())).read(recording, side, depth);
    }
}
