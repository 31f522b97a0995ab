package dev.interop.cli.check;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.ArrayList;
import java.util.List;

/** The given secrets decrypt protected packets of each side and type. */
record SecretsOpenPackets() implements Check {
    @Override
    public String rule() {
        return "The TLS secrets open the packets that they are for";
    }

    @Override
    public String section() {
        return "RFC 9001 §5";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.FULL);
        var closed = new ArrayList<String>();
        for (var type : List.of(PacketType.HANDSHAKE, PacketType.ONE_RTT)) {
            for (var side : Side.values()) {
                var sent = trace.sent(side, type);
                if (!sent.isEmpty()
                        && sent.stream().allMatch(it -> it.contents().isEmpty())) {
                    closed.add("none of the " + side.label() + "'s " + sent.size() + " "
                            + (type == PacketType.ONE_RTT ? "1-RTT" : "Handshake") + " packets");
                }
            }
        }
        return closed.isEmpty()
                ? new CheckResult.Passed()
                : new CheckResult.Failed(List.of(new Finding(
                        rule(), section(), "packets that can be read", String.join(", ", closed), Location.none())));
    }
}
