package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import java.util.function.Function;

/**
 * Checks that the server sends on more than one path, or to more than one address of the client.
 *
 * @param name the name for what has to differ
 * @param part the part of a path that has to differ
 */
record SeveralPaths(String name, Function<NetworkPath, Object> part) implements QuicCheck {
    static SeveralPaths paths() {
        return new SeveralPaths("on more than one path", it -> it);
    }

    static SeveralPaths hosts() {
        return new SeveralPaths(
                "to more than one address of the client", it -> it.client().host());
    }

    @Override
    public String rule() {
        return "The server sends " + name;
    }

    @Override
    public String section() {
        return "RFC 9000 §9";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var trace = evidence.trace(Side.SERVER, Depth.HEADERS);
        var used = ServerPaths.of(trace).firstDatagrams();
        if (used.keySet().stream().map(part).distinct().count() > 1) {
            return new CheckResult.Passed().shown();
        }
        var expected = "packets " + name;
        return trace.packets().stream()
                .filter(it -> it.from() == Side.SERVER)
                .reduce((a, b) -> b)
                .map(it -> failed(
                        expected,
                        "the server sent only to "
                                + used.keySet().iterator().next().client()
                                + (used.size() > 1 ? " and other ports of this address" : ""),
                        trace,
                        it))
                .orElseGet(() -> failed(expected, "the server sent nothing", trace))
                .restingOn(Side.SERVER);
    }
}
