package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureReaderTest {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void pcapIsReadInBothByteOrders(String order) {
        var bytes = pcap(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, MICROSECONDS);

        assertThat(frames(bytes))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.number()).isEqualTo(1);
                            assertThat(first.nanos()).isEqualTo(10_000_500_000L);
                            assertThat(first.linkType()).isEqualTo(1);
                            assertThat(first.bytes()).containsExactly(1, 2, 3);
                        },
                        second -> assertThat(second.number()).isEqualTo(2));
    }

    @Test
    void pcapngIsReadWithItsOwnTimeResolutionAndLoss() throws IOException {
        var bytes = new ByteArrayOutputStream();
        section(bytes);
        block(
                bytes,
                1,
                it -> it.putShort((short) 1)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 9)
                        .putShort((short) 1)
                        .putInt(9)
                        .putInt(0));
        long nanos = 1_700_000_000_123_456_789L;
        block(
                bytes,
                6,
                it -> it.putInt(0)
                        .putInt((int) (nanos >>> 32))
                        .putInt((int) nanos)
                        .putInt(3)
                        .putInt(3)
                        .put(new byte[] {1, 2, 3, 0}));
        block(
                bytes,
                5,
                it -> it.putInt(0)
                        .putInt(0)
                        .putInt(0)
                        .putShort((short) 5)
                        .putShort((short) 8)
                        .putLong(7)
                        .putInt(0));

        try (var reader = reader(bytes.toByteArray())) {
            var frame = reader.next().orElseThrow();
            assertThat(frame.nanos()).isEqualTo(nanos);
            assertThat(frame.bytes()).containsExactly(1, 2, 3);
            assertThat(reader.next()).isEmpty();
            assertThat(reader.lost()).isEqualTo(7);
        }
    }

    @Test
    void packetBlocksOfOldPcapngFilesAreRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        section(bytes);
        block(bytes, 1, it -> it.putShort((short) 1).putShort((short) 0).putInt(0));
        block(
                bytes,
                2,
                it -> it.putShort((short) 0)
                        .putShort((short) 9)
                        .putInt(0)
                        .putInt(5_000_000)
                        .putInt(3)
                        .putInt(60)
                        .put(new byte[] {1, 2, 3, 0}));

        assertThat(frames(bytes.toByteArray())).singleElement().satisfies(it -> {
            assertThat(it.nanos()).isEqualTo(5_000_000_000L);
            assertThat(it.bytes()).containsExactly(1, 2, 3);
            assertThat(it.isCut()).isTrue();
        });
    }

    @Test
    void aCaptureThatIsCutShortCountsAsMissing() {
        var bytes = pcap(ByteOrder.LITTLE_ENDIAN, NANOSECONDS);
        var cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);

        assertThatThrownBy(() -> frames(cut))
                .isInstanceOfSatisfying(
                        TraceUnavailable.class, it -> assertThat(it.isMissing()).isTrue());
    }

    @Test
    void aFileThatIsNoCaptureIsUnreadable() {
        assertThatThrownBy(() -> frames("not a capture at all, only text".getBytes()))
                .isInstanceOfSatisfying(
                        TraceUnavailable.class, it -> assertThat(it.isMissing()).isFalse())
                .hasMessageContaining("neither pcap nor pcapng");
    }

    @Test
    void theSpanIsTheTimeFromTheFirstFrameToTheLast(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("a.pcap"), pcap(ByteOrder.LITTLE_ENDIAN, MICROSECONDS));

        assertThat(CaptureSpan.of(file).orElseThrow()).isEqualTo(1.5, within(1e-9));
        assertThat(CaptureSpan.of(folder.resolve("none.pcap"))).isEmpty();
        assertThat(CaptureSpan.of(Files.createFile(folder.resolve("empty.pcap"))))
                .isEmpty();
    }

    @Test
    void theSpanOfACaptureThatIsCutShortEndsWithTheLastCompleteFrame(@TempDir Path folder) throws IOException {
        var bytes = pcap(ByteOrder.LITTLE_ENDIAN, MICROSECONDS);
        var file = Files.write(folder.resolve("a.pcap"), java.util.Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(CaptureSpan.of(file)).hasValue(0);
    }

    @Property
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property
    void anyBytesAfterAValidHeaderAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        for (int magic : new int[] {MICROSECONDS, Integer.reverseBytes(NANOSECONDS)}) {
            var header = ByteBuffer.allocate(24).putInt(magic).put(20, (byte) 0).array();
            var all = new ByteArrayOutputStream();
            all.write(header);
            all.write(bytes);
            readOrRefuse(all.toByteArray());
        }
        var section = new ByteArrayOutputStream();
        block(
                section,
                0x0a0d0d0a,
                it -> it.putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        block(section, 1, it -> it.putShort((short) 1).putShort((short) 0).putInt(0));
        block(section, 6, it -> it.put(bytes));
        section.write(bytes);
        readOrRefuse(section.toByteArray());
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            var udp = new UdpReader();
            for (var frame : frames(bytes)) {
                udp.datagram(frame).ifPresent(it -> QuicHeaders.of(it.payload()));
            }
        } catch (TraceUnavailable refused) {
            assertThat(refused).hasMessageStartingWith("test: ");
        }
    }

    private static List<Frame> frames(byte[] bytes) {
        try (var reader = reader(bytes)) {
            var frames = new ArrayList<Frame>();
            for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }
            return frames;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CaptureReader reader(byte[] bytes) throws IOException {
        return CaptureReader.of("test", new ByteArrayInputStream(bytes));
    }

    /** Two frames of three bytes, 1.5 s apart. */
    private static byte[] pcap(ByteOrder order, int magic) {
        var bytes = ByteBuffer.allocate(24 + 2 * 19).order(order);
        bytes.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65535)
                .putInt(1);
        bytes.putInt(10).putInt(500).putInt(3).putInt(3).put(new byte[] {1, 2, 3});
        bytes.putInt(11).putInt(500_500).putInt(3).putInt(3).put(new byte[] {4, 5, 6});
        return bytes.array();
    }

    private static void section(ByteArrayOutputStream bytes) throws IOException {
        block(
                bytes,
                0x0a0d0d0a,
                it -> it.putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    private static void block(ByteArrayOutputStream out, int type, Consumer<ByteBuffer> body) throws IOException {
        var content = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        body.accept(content);
        int padded = (content.position() + 3) / 4 * 4;
        var block = ByteBuffer.allocate(12 + padded).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(type).putInt(12 + padded).put(content.array(), 0, padded).putInt(12 + padded);
        out.write(block.array());
    }
}
