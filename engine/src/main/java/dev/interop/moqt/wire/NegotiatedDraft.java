package dev.interop.moqt.wire;

import dev.interop.Printable;
import dev.interop.trace.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the draft that the server selected with the expected one. Since draft 15 no MoQT message names the draft: over raw
 * QUIC the server selects it by ALPN (RFC 7301 §3.2), over WebTransport by {@code wt-protocol} in its answer to CONNECT
 * (draft-ietf-webtrans-http3 §3.3).
 */
final class NegotiatedDraft {
    /** A string of RFC 9651 §3.3.3; parameters after it are ignored (draft-ietf-webtrans-http3 §3.3). */
    private static final Pattern STRING = Pattern.compile("\\s*\"([ !#-\\[\\]-~]*)\"\\s*(?:;.*)?");

    private final String expected;
    private final Transport transport;

    private NegotiatedDraft(String expected, Transport transport) {
        this.expected = expected;
        this.transport = transport;
    }

    /** Creates the comparison for a draft; empty for a draft that is negotiated in setup messages. */
    static Optional<NegotiatedDraft> on(MoqtDraft draft, Transport transport) {
        return draft.protocol().map(it -> new NegotiatedDraft(it, transport));
    }

    /** The signs that the server selected another draft. */
    List<Contradiction> contradictions(List<SelectedProtocol> selected) {
        return relevant(selected)
                .filter(it -> name(it).filter(expected::equals).isEmpty())
                .map(it -> new Contradiction(OptionalLong.empty(), Side.SERVER, describe(it), it.place()))
                .toList();
    }

    /**
     * Why it is unknown what the server selected; empty if it is known.
     *
     * @param sessions the number of WebTransport sessions
     */
    Optional<String> doubt(List<SelectedProtocol> selected, int sessions) {
        long names = relevant(selected).count();
        if (transport == Transport.QUIC) {
            return names > 0
                    ? Optional.empty()
                    : Optional.of("the server's ALPN could not be read, which says whether the draft is " + expected);
        }
        return names >= Math.max(1, sessions)
                ? Optional.empty()
                : Optional.of("no wt-protocol in the server's answer to CONNECT could be read, which says whether"
                        + " the draft is " + expected);
    }

    private Stream<SelectedProtocol> relevant(List<SelectedProtocol> selected) {
        // A value that is not a string has to be ignored.
        return selected.stream().filter(it -> it.layer() == transport).filter(it -> name(it).isPresent());
    }

    private static Optional<String> name(SelectedProtocol selected) {
        if (selected.layer() == Transport.QUIC) {
            return Optional.of(selected.name());
        }
        var string = STRING.matcher(selected.name());
        return string.matches() ? Optional.of(string.group(1)) : Optional.empty();
    }

    private String describe(SelectedProtocol selected) {
        var what = transport == Transport.QUIC ? "ALPN '" : "wt-protocol '";
        return what + Printable.of(name(selected).orElse("")) + "', not '" + expected + "',";
    }
}
