package dev.interop.quic;

import dev.interop.trace.Contents;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;

/**
 * Checks that the server selects this application protocol, where the keys of the handshake allow to see it.
 *
 * @param name the protocol's name in ALPN
 * @param at the side whose capture is read, so that a test case has one dissected for all checks
 */
record ApplicationProtocol(String name, Side at) implements QuicCheck {
    @Override
    public String rule() {
        return "The server selects the application protocol " + name;
    }

    @Override
    public String section() {
        return "RFC 9001 §8.1, RFC 7301 §3.2";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(at, Depth.HANDSHAKE);
        var handshakes = trace.sent(Side.SERVER, PacketType.HANDSHAKE);
        if (handshakes.isEmpty() && at == Side.CLIENT) {
            // The network may have lost them.
            return new ApplicationProtocol(name, Side.SERVER).examine(evidence);
        }
        if (handshakes.isEmpty()) {
            return failed(name, "the server sent no Handshake packet", trace).restingOn(Side.SERVER);
        }
        for (var packet : handshakes) {
            var contents = packet.contents();
            if (contents.filter(it -> it.hasMessage(Contents.ENCRYPTED_EXTENSIONS))
                    .isEmpty()) {
                continue;
            }
            var selected = String.join(", ", contents.get().protocols().alpn());
            if (!selected.equals(name)) {
                var seen = selected.isEmpty() ? "the server selected none" : "the server selected " + selected;
                return failed(name, seen, trace, packet).shown();
            }
        }
        return new CheckResult.Passed().restingOn(Side.SERVER);
    }
}
