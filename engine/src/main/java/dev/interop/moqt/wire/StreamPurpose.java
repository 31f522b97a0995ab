package dev.interop.moqt.wire;

import java.util.OptionalLong;

/**
 * What a stream begins with, in its opener's direction, and so what it is for.
 *
 * @param role what it is for
 * @param start the offset of MoQT's first byte in the opener's direction
 * @param session the WebTransport session that it belongs to: the ID of the stream of its CONNECT request
 */
record StreamPurpose(Role role, int start, OptionalLong session) {
    /** What a stream is for. */
    enum Role {
        /** It carries MoQT's control messages. */
        MESSAGES,
        /** It is MoQT's, but carries objects. */
        OBJECTS,
        /** It is HTTP/3's: control, QPACK, or a request such as the CONNECT that makes the session. */
        HTTP,
        /** Its beginning was not seen. */
        UNSEEN
    }

    /** WebTransport's stream headers (draft-ietf-webtrans-http3 §4.2, §4.3), followed by a session ID. */
    private static final long BIDIRECTIONAL = 0x41;

    private static final long UNIDIRECTIONAL = 0x54;

    /**
     * Tells what a stream is for.
     *
     * @param bytes the opener's direction
     */
    static StreamPurpose of(StreamId stream, Bytes bytes, Transport transport, MessageGrammar grammar) {
        try {
            int start = 0;
            var session = OptionalLong.empty();
            if (transport == Transport.WEBTRANSPORT) {
                var header = new Cursor(bytes, new QuicIntegers());
                long type = header.integer("the stream type");
                if (type != (stream.isUnidirectional() ? UNIDIRECTIONAL : BIDIRECTIONAL)) {
                    return new StreamPurpose(Role.HTTP, 0, session);
                }
                session = OptionalLong.of(header.integer("the session ID"));
                start = header.position();
            }
            boolean messages =
                    !stream.isUnidirectional() || isControl(new Cursor(bytes, grammar.integers(), start), grammar);
            return new StreamPurpose(messages ? Role.MESSAGES : Role.OBJECTS, start, session);
        } catch (Malformation unseen) {
            return new StreamPurpose(Role.UNSEEN, 0, OptionalLong.empty());
        }
    }

    /** Only since draft 17 unidirectional streams carry control messages (draft-ietf-moq-transport-18 §3.4). */
    private static boolean isControl(Cursor bytes, MessageGrammar grammar) throws Malformation {
        return grammar.definition(MessageType.SETUP).isPresent()
                && bytes.integer("the stream type") == MessageType.SETUP;
    }
}
