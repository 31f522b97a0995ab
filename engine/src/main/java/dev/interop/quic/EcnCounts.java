package dev.interop.quic;

import dev.interop.trace.FrameType;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.EnumSet;
import java.util.Set;

/** Checks that a side sends ACK frames with ECN counts. */
record EcnCounts(Side by) implements QuicCheck {
    private static final Set<PacketType> UNPROTECTED =
            EnumSet.of(PacketType.RETRY, PacketType.VERSION_NEGOTIATION, PacketType.OTHER);

    @Override
    public String rule() {
        return "The " + by.label() + " sends ACK frames with ECN counts";
    }

    @Override
    public String section() {
        return "RFC 9000 §13.4.1, §19.3.2";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        return Crossings.examineSender(by, evidence, this::examine);
    }

    private CheckResult examine(Trace both) {
        var trace = both.only(it -> it.from() == by);
        if (trace.packets().stream().anyMatch(it -> has(it, FrameType.ACK_ECN))) {
            return new CheckResult.Passed().shown();
        }
        var sealed = trace.packets().stream()
                .filter(it -> !UNPROTECTED.contains(it.type()) && it.contents().isEmpty())
                .findFirst();
        if (sealed.isPresent()) {
            return unreadable(trace, "the frames of packet " + sealed.get().number());
        }
        var expected = "ACK frames with ECN counts (type 0x03)";
        return trace.packets().stream()
                .filter(it -> has(it, FrameType.ACK))
                .reduce((a, b) -> b)
                .map(it -> failed(
                        expected,
                        "the %s's ACK frames have no ECN counts; the last is in %s"
                                .formatted(by.label(), it.description()),
                        trace,
                        it))
                .orElseGet(() -> failed(expected, "the " + by.label() + " sent no ACK frame", trace))
                .restingOn(by);
    }

    private static boolean has(Packet packet, FrameType type) {
        return packet.contents().filter(it -> it.has(type)).isPresent();
    }
}
