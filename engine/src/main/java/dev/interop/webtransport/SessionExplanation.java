package dev.interop.webtransport;

import dev.interop.trace.Depth;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Explanation;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * Explains a session that was never opened, or that has no application protocol, by what both sides announced: the transport
 * parameters, the settings of HTTP/3, and CONNECT with its answer. Only what could be read counts.
 */
final class SessionExplanation implements Explanation {
    private static final String NEGOTIATION = "draft-ietf-webtrans-http3 §3.3";
    private static final String REQUEST = "draft-ietf-webtrans-http3 §3.2";
    private static final String OFFERED = "wt-available-protocols";
    private static final String SELECTED = "wt-protocol";

    @Override
    public List<Finding> explain(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.PARAMETERS);
        var exchange = ConnectExchange.in(trace);
        if (exchange.isAccepted()) {
            return evidence.recording().test().equals(SessionHandshake.NAME) ? unselected(exchange, trace) : List.of();
        }
        var unmet = new Requirements(trace, exchange).unmet();
        return Stream.concat(unmet.stream(), refused(exchange, trace)).toList();
    }

    /** What both sides announce does not depend on when it comes. */
    @Override
    public boolean isSettled(Evidence evidence) {
        var trace = evidence.trace(Side.CLIENT, Depth.PARAMETERS);
        var exchange = ConnectExchange.in(trace);
        return !exchange.isAccepted() && new Requirements(trace, exchange).areSettled();
    }

    /** The server may leave out the protocol, and then the session has none. */
    private static List<Finding> unselected(ConnectExchange exchange, Trace trace) {
        var rule = "The server selects one of the application protocols that the client offers";
        if (exchange.asked(OFFERED).isEmpty()) {
            return List.of(new Finding(
                            rule,
                            NEGOTIATION,
                            "the client's protocols in its CONNECT request",
                            "the client's CONNECT request offers no application protocol (" + OFFERED + ")",
                            Location.of(trace, exchange.request().orElseThrow()))
                    .by(AtFault.CLIENT));
        }
        if (exchange.answered(SELECTED).isPresent()) {
            return List.of();
        }
        return List.of(new Finding(
                        rule,
                        NEGOTIATION,
                        "one of " + exchange.asked(OFFERED).orElseThrow() + " in it",
                        "the server's answer to CONNECT selects no application protocol (" + SELECTED + ")",
                        Location.of(trace, exchange.answer().orElseThrow()))
                .by(AtFault.SERVER));
    }

    private static Stream<Finding> refused(ConnectExchange exchange, Trace trace) {
        return exchange.status().stream()
                .map(it -> new Finding(
                        "The server accepts a session on an endpoint of its /www",
                        REQUEST,
                        "a status of 2xx",
                        "the server answered CONNECT with status " + it,
                        Location.of(trace, exchange.answer().orElseThrow())));
    }
}
