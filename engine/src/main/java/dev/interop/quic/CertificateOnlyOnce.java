package dev.interop.quic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.interop.trace.Contents;
import dev.interop.trace.Depth;
import dev.interop.trace.Packet;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Checks that the server sends a Certificate in the first handshake and none in the second, resumed one. */
record CertificateOnlyOnce() implements QuicCheck {
    private static final String EXPECTED = "a Certificate from the server in the first handshake, none in the second";

    @Override
    public String rule() {
        return "The server sends its certificate in the first handshake and not in the second, resumed one";
    }

    @Override
    public String section() {
        return "RFC 8446 §2.2, §4.4.2";
    }

    @Override
    public boolean needsKeys() {
        return true;
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        return examine(evidence.trace(Side.SERVER, Depth.HANDSHAKE)).restingOn(Side.SERVER);
    }

    private CheckResult examine(Trace trace) {
        var handshakes = List.copyOf(trace.sent(Side.SERVER, PacketType.HANDSHAKE).stream()
                .collect(groupingBy(Packet::scid, LinkedHashMap::new, toList()))
                .values());
        if (handshakes.size() != 2) {
            return failed(EXPECTED, "Handshake packets of " + handshakes.size() + " handshakes", trace);
        }
        var first = handshakes.get(0);
        var second = handshakes.get(1);
        var repeated = with(Contents.CERTIFICATE, second);
        if (repeated.isPresent()) {
            return failed(EXPECTED, "a Certificate in the second handshake", trace, repeated.get());
        }
        for (var handshake : handshakes) {
            if (with(Contents.FINISHED, handshake).isEmpty()) {
                return unreadable(
                        trace,
                        "the server's messages up to Finished from packet "
                                + handshake.get(0).number() + " on");
            }
        }
        return with(Contents.CERTIFICATE, first).isPresent()
                ? new CheckResult.Passed()
                : failed(EXPECTED, "no Certificate in the first handshake", trace, first.get(0));
    }

    private static Optional<Packet> with(int message, List<Packet> packets) {
        return packets.stream()
                .filter(it -> it.contents().filter(c -> c.hasMessage(message)).isPresent())
                .findFirst();
    }
}
