package dev.interop.quic;

import dev.interop.trace.CryptoRange;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that the server's CRYPTO data in Handshake packets is large, so that it presents all certificates. */
record HandshakeCrypto(int atLeast) implements QuicCheck {
    @Override
    public String rule() {
        return "The server sends at least " + atLeast + " bytes of CRYPTO data in Handshake packets: its whole chain";
    }

    @Override
    public String section() {
        return "RFC 9000 §19.6, RFC 8446 §4.4.2";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.SERVER, Depth.HANDSHAKE);
        var handshakes = trace.sent(Side.SERVER, PacketType.HANDSHAKE);
        long end = handshakes.stream()
                .flatMap(it -> it.contents().stream())
                .flatMap(it -> it.handshake().crypto().stream())
                .mapToLong(CryptoRange::end)
                .max()
                .orElse(0);
        if (end >= atLeast) {
            return new CheckResult.Passed(end + " bytes").shown();
        }
        if (handshakes.stream().anyMatch(it -> it.contents().isEmpty())) {
            return unreadable(trace, "the contents of some of the server's Handshake packets");
        }
        var expected = "at least " + atLeast + " bytes of CRYPTO data";
        var seen = "the server sent " + end + " bytes";
        var result = handshakes.isEmpty()
                ? failed(expected, seen, trace)
                : failed(expected, seen, trace, handshakes.get(handshakes.size() - 1));
        return result.restingOn(Side.SERVER);
    }
}
