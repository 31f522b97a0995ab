package dev.interop.quic;

import dev.interop.trace.Contents;
import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.List;
import java.util.Map;

/** Checks that the client's ClientHello offers this cipher suite and no other. */
record OnlyCipherSuite(int suite) implements QuicCheck {
    /** RFC 8446 §B.4. */
    private static final Map<Integer, String> NAMES = Map.of(
            0x1301, "TLS_AES_128_GCM_SHA256",
            0x1302, "TLS_AES_256_GCM_SHA384",
            0x1303, "TLS_CHACHA20_POLY1305_SHA256",
            0x1304, "TLS_AES_128_CCM_SHA256",
            0x1305, "TLS_AES_128_CCM_8_SHA256");

    @Override
    public String rule() {
        return "The client offers exactly one cipher suite, " + name(suite);
    }

    @Override
    public String section() {
        return "RFC 9001 §5.3";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.HANDSHAKE);
        var initials = trace.sent(Side.CLIENT, PacketType.INITIAL);
        var expected = "exactly " + name(suite);
        if (initials.isEmpty()) {
            return failed(expected, "the client sent no Initial packet", trace).restingOn(Side.CLIENT);
        }
        boolean any = false;
        for (var initial : initials) {
            var hello = initial.contents().filter(it -> it.hasMessage(Contents.CLIENT_HELLO));
            if (hello.isEmpty()) {
                continue;
            }
            any = true;
            var offered = hello.get().handshake().cipherSuites();
            if (!offered.equals(List.of(suite))) {
                return failed(expected, "the client offered " + names(offered), trace, initial)
                        .shown();
            }
        }
        if (!any) {
            return unreadable(trace, "the client's ClientHello");
        }
        return initials.stream().anyMatch(it -> it.contents().isEmpty())
                ? unreadable(trace, "the contents of some of the client's Initial packets")
                : new CheckResult.Passed().restingOn(Side.CLIENT);
    }

    private static String names(List<Integer> suites) {
        var names = String.join(", ", suites.stream().map(OnlyCipherSuite::name).toList());
        return suites.size() == 1 ? names : suites.size() + " cipher suites: " + names;
    }

    private static String name(int suite) {
        return NAMES.getOrDefault(suite, String.format("0x%04x", suite));
    }
}
