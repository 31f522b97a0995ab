package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuicHeadersTest {
    @Test
    void coalescedPacketsAreSplitByTheirLengths() {
        var headers = of("c0 00000001 02 aabb 01 cc 02 0102 05 1111111111"
                + "e0 00000001 02 aabb 01 cc 4003 222222"
                + "40 aabb 333333");

        assertThat(headers)
                .satisfiesExactly(
                        initial -> {
                            assertThat(initial.type()).isEqualTo(PacketType.INITIAL);
                            assertThat(initial.version()).isEqualTo(1);
                            assertThat(initial.dcid()).isEqualTo("aabb");
                            assertThat(initial.scid()).isEqualTo("cc");
                            assertThat(initial.token()).isEqualTo("0102");
                            assertThat(initial.length()).isEqualTo(19);
                            assertThat(initial.protectedLength()).isEqualTo(5);
                        },
                        handshake -> {
                            assertThat(handshake.type()).isEqualTo(PacketType.HANDSHAKE);
                            assertThat(handshake.offset()).isEqualTo(19);
                            assertThat(handshake.protectedLength()).isEqualTo(3);
                        },
                        oneRtt -> {
                            assertThat(oneRtt.type()).isEqualTo(PacketType.ONE_RTT);
                            assertThat(oneRtt.length()).isEqualTo(6);
                        });
    }

    @Test
    void theTokenOfARetryEndsBeforeItsIntegrityTag() {
        assertThat(of("f0 00000001 00 02 aabb 010203" + "00".repeat(16)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.type()).isEqualTo(PacketType.RETRY);
                    assertThat(it.scid()).isEqualTo("aabb");
                    assertThat(it.token()).isEqualTo("010203");
                });
        assertThat(of("f0 00000001 00 00" + "00".repeat(16)))
                .singleElement()
                .satisfies(it -> assertThat(it.token()).isEmpty());
    }

    @Test
    void thePacketTypesOfVersion2AreKnown() {
        assertThat(of("d0 6b3343cf 00 00 00 01 11"))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo(PacketType.INITIAL));
        assertThat(of("c0 6b3343cf 00 00" + "00".repeat(16)))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo(PacketType.RETRY));
    }

    @Test
    void versionZeroMeansVersionNegotiation() {
        assertThat(of("80 00000000 01 aa 01 bb 00000001 6b3343cf"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.type()).isEqualTo(PacketType.VERSION_NEGOTIATION);
                    assertThat(it.dcid()).isEqualTo("aa");
                    assertThat(it.scid()).isEqualTo("bb");
                });
    }

    @Test
    void zerosAfterTheLastPacketArePadding() {
        assertThat(of("e0 00000001 00 00 01 11" + "00".repeat(1000)))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo(PacketType.HANDSHAKE));
    }

    @Test
    void aPacketOfUnknownFormIsOther() {
        assertThat(of("c0 1a2a3a4a 00 00 00"))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo(PacketType.OTHER));
        assertThat(of("c0 00000001 ff aa"))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo(PacketType.OTHER));
        assertThat(of("c0 00000001 00 00 00 7fff 11"))
                .singleElement()
                .satisfies(it -> assertThat(it.type()).isEqualTo(PacketType.OTHER));
    }

    @Property
    void everyByteOfADatagramBelongsToOnePacketOrToPadding(@ForAll @Size(max = 100) byte[] payload) {
        int at = 0;
        for (var header : QuicHeaders.of(payload)) {
            assertThat(header.offset()).isEqualTo(at);
            assertThat(header.length()).isPositive();
            at += header.length();
        }
        assertThat(at).isLessThanOrEqualTo(payload.length);
        for (int i = at; i < payload.length; i++) {
            assertThat(payload[i]).isZero();
        }
    }

    private static java.util.List<QuicHeaders.Header> of(String hex) {
        return QuicHeaders.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
