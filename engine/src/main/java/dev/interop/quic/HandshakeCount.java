package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks the number of handshakes: the number of distinct source connection IDs in the server's Initial packets. */
record HandshakeCount(int count) implements QuicCheck {
    @Override
    public String rule() {
        return "The server makes exactly " + number(count);
    }

    @Override
    public String section() {
        return "RFC 9000 §7.2";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.SERVER, Depth.HEADERS);
        var initials = trace.sent(Side.SERVER, PacketType.INITIAL);
        Map<String, Packet> firsts = new LinkedHashMap<>();
        initials.forEach(it -> firsts.putIfAbsent(it.scid(), it));
        if (firsts.size() == count) {
            return new CheckResult.Passed().restingOn(Side.SERVER);
        }
        var seen = "the server made " + number(firsts.size());
        if (firsts.isEmpty()) {
            return failed(number(count), seen, trace).restingOn(Side.SERVER);
        }
        int shown = Math.min(count, firsts.size() - 1);
        var result =
                failed(number(count), seen, trace, List.copyOf(firsts.values()).get(shown));
        return firsts.size() > count ? result.shown() : result.restingOn(Side.SERVER);
    }

    private static String number(int count) {
        return count == 1 ? "1 handshake" : count + " handshakes";
    }
}
