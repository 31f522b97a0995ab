package dev.interop.quic;

import dev.interop.trace.Contents;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that the server sends the transport parameter initial_max_streams_bidi, and its highest value. */
record MaxStreamsBidi(long atMost) implements QuicCheck {
    @Override
    public String rule() {
        return "The server allows at most " + atMost + " bidirectional streams at first";
    }

    @Override
    public String section() {
        return "RFC 9000 §4.6, §18.2";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HANDSHAKE);
        var expected = "initial_max_streams_bidi of at most " + atMost;
        boolean any = false;
        boolean encryptedExtensions = false;
        for (var packet : trace.packets()) {
            if (packet.from() != Side.SERVER || packet.contents().isEmpty()) {
                continue;
            }
            var contents = packet.contents().get();
            encryptedExtensions |= contents.hasMessage(Contents.ENCRYPTED_EXTENSIONS);
            if (contents.handshake().initialMaxStreamsBidi().isEmpty()) {
                continue;
            }
            any = true;
            long seen = contents.handshake().initialMaxStreamsBidi().getAsLong();
            if (seen > atMost) {
                return failed(expected, "the server allowed " + seen + " streams", trace, packet)
                        .shown();
            }
        }
        if (any
                && trace.sent(Side.SERVER, PacketType.HANDSHAKE).stream()
                        .anyMatch(it -> it.contents().isEmpty())) {
            return unreadable(trace, "the contents of some of the server's Handshake packets");
        }
        if (any) {
            return new CheckResult.Passed().restingOn(Side.SERVER);
        }
        return encryptedExtensions
                ? failed(expected, "the server's transport parameters do not have it", trace)
                        .restingOn(Side.SERVER)
                : unreadable(trace, "the server's transport parameters");
    }
}
