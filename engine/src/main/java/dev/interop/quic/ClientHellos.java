package dev.interop.quic;

import dev.interop.trace.Contents;
import dev.interop.trace.CryptoRange;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Checks that the client sends its ClientHello at least this number of times. The dissector shows a TLS message only once,
 * so a packet counts as a retransmission if one of its CRYPTO frames has bytes that were sent before.
 */
record ClientHellos(int atLeast) implements QuicCheck {
    @Override
    public String rule() {
        return "The client sends at least " + atLeast + " ClientHellos";
    }

    @Override
    public String section() {
        return "RFC 9002 §6.2.2";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HANDSHAKE);
        var initials = trace.sent(Side.CLIENT, PacketType.INITIAL);
        int sent = count(initials);
        if (sent >= atLeast) {
            return new CheckResult.Passed().shown();
        }
        if (initials.stream().anyMatch(it -> it.contents().isEmpty())) {
            return unreadable(trace, "the contents of some of the client's Initial packets");
        }
        return failed(trace, initials, sent).restingOn(Side.CLIENT);
    }

    private CheckResult failed(Trace trace, List<Packet> initials, int sent) {
        var expected = "at least " + atLeast + " ClientHellos";
        var description = "the client sent " + (sent == 0 ? "none" : Integer.toString(sent));
        return initials.isEmpty()
                ? failed(expected, description, trace)
                : failed(expected, description, trace, initials.get(initials.size() - 1));
    }

    private static int count(List<Packet> initials) {
        var sent = new ArrayList<CryptoRange>();
        var repeating = new HashSet<Long>();
        int messages = 0;
        for (var initial : initials) {
            var contents = initial.contents();
            if (contents.isEmpty()) {
                continue;
            }
            var crypto = contents.get().handshake().crypto();
            if (crypto.stream().anyMatch(it -> sent.stream().anyMatch(it::overlaps))) {
                repeating.add(initial.number());
            }
            sent.addAll(crypto);
            messages += (int) contents.get().handshake().messages().stream()
                    .filter(it -> it == Contents.CLIENT_HELLO)
                    .count();
        }
        return sent.isEmpty() ? 0 : Math.max(messages, 1 + repeating.size());
    }
}
