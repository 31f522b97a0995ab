package dev.interop.quic;

import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/** Checks that a side sends 1-RTT packets with key phase 1, which it does after the first key update. */
record KeyPhaseOne(Side by) implements QuicCheck {
    @Override
    public String rule() {
        return "The " + by.label() + " sends 1-RTT packets with key phase 1";
    }

    @Override
    public String section() {
        return "RFC 9001 §6";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        return Crossings.examineSender(by, evidence, this::examine);
    }

    private CheckResult examine(Trace trace) {
        var sent = trace.sent(by, PacketType.ONE_RTT);
        boolean any = sent.stream()
                .anyMatch(it -> it.contents()
                        .filter(has -> has.keyPhase().orElse(0) == 1)
                        .isPresent());
        if (any) {
            return new CheckResult.Passed().shown();
        }
        var sealed = sent.stream().filter(it -> it.contents().isEmpty()).findFirst();
        if (sealed.isPresent()) {
            return unreadable(trace, "the key phase of packet " + sealed.get().number());
        }
        var expected = "1-RTT packets with key phase 1";
        var seen = "all %s 1-RTT packets of the %s have key phase 0".formatted(sent.size(), by.label());
        return (sent.isEmpty()
                        ? failed(expected, "the " + by.label() + " sent no 1-RTT packet", trace)
                        : failed(
                                expected,
                                seen + "; the last is "
                                        + sent.get(sent.size() - 1).description(),
                                trace,
                                sent.get(sent.size() - 1)))
                .restingOn(by);
    }
}
