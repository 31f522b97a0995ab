package dev.interop.moqt.wire;

import dev.interop.Printable;
import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which draft both sides agreed on. Since draft 15 no message says it: over raw QUIC the server selects it by ALPN (RFC 7301
 * §3.2), in WebTransport by {@code wt-protocol} in its answer to CONNECT (draft-ietf-webtrans-http3 §3.3).
 */
final class Agreement {
    /** A string of RFC 9651 §3.3.3; parameters behind it are ignored (draft-ietf-webtrans-http3 §3.3). */
    private static final Pattern STRING = Pattern.compile("\\s*\"([ !#-\\[\\]-~]*)\"\\s*(?:;.*)?");

    private final String expected;
    private final Transport transport;

    private Agreement(String expected, Transport transport) {
        this.expected = expected;
        this.transport = transport;
    }

    /** Of a draft that is agreed on so; empty for one whose setup messages say it. */
    static Optional<Agreement> on(MoqtDraft draft, Transport transport) {
        return draft.protocol().map(it -> new Agreement(it, transport));
    }

    /** Signs that another one was agreed on. */
    List<Contradiction> contradictions(List<SeenProtocol> seen) {
        return relevant(seen)
                .filter(it -> name(it).filter(expected::equals).isEmpty())
                .map(it -> new Contradiction(OptionalLong.empty(), Side.SERVER, said(it), it.place()))
                .toList();
    }

    /**
     * Why nobody knows what was agreed on.
     *
     * @param sessions how many WebTransport sessions there are
     */
    Optional<String> doubt(List<SeenProtocol> seen, int sessions) {
        long names = relevant(seen).count();
        if (transport == Transport.QUIC) {
            return names > 0
                    ? Optional.empty()
                    : Optional.of("no ALPN of the server's could be read, which would say whether it is " + expected);
        }
        return names >= Math.max(1, sessions)
                ? Optional.empty()
                : Optional.of("no wt-protocol in the server's answer to CONNECT could be read, which would say whether"
                        + " it is " + expected);
    }

    private Stream<SeenProtocol> relevant(List<SeenProtocol> seen) {
        // One that is no string is to be ignored.
        return seen.stream().filter(it -> it.layer() == transport).filter(it -> name(it).isPresent());
    }

    private static Optional<String> name(SeenProtocol seen) {
        if (seen.layer() == Transport.QUIC) {
            return Optional.of(seen.name());
        }
        var string = STRING.matcher(seen.name());
        return string.matches() ? Optional.of(string.group(1)) : Optional.empty();
    }

    private String said(SeenProtocol seen) {
        var what = transport == Transport.QUIC ? "ALPN '" : "wt-protocol '";
        return what + Printable.of(name(seen).orElse("")) + "', not '" + expected + "',";
    }
}
