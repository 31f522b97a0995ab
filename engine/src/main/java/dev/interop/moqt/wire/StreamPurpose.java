package dev.interop.moqt.wire;

import java.util.OptionalLong;

/**
 * The purpose of a stream, read from the first bytes that its opener sent.
 *
 * @param role the purpose
 * @param start the offset of MoQT's first byte among the bytes that the opener sent
 * @param session the stream's WebTransport session: the ID of the stream of the session's CONNECT request
 */
record StreamPurpose(Role role, int start, OptionalLong session) {
    /** The purposes of streams. */
    enum Role {
        /** A MoQT stream with control messages. */
        MESSAGES,
        /** A MoQT stream with objects. */
        OBJECTS,
        /** An HTTP/3 stream: control, QPACK, or a request such as the CONNECT that opens the session. */
        HTTP,
        /** A stream whose first bytes were not captured. */
        UNSEEN
    }

    /** WebTransport's stream headers (draft-ietf-webtrans-http3 §4.2, §4.3), followed by a session ID. */
    private static final long BIDIRECTIONAL = 0x41;

    private static final long UNIDIRECTIONAL = 0x54;

    /**
     * Reads the purpose of a stream.
     *
     * @param bytes the bytes that the opener sent
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
        } catch (MalformedException unseen) {
            return new StreamPurpose(Role.UNSEEN, 0, OptionalLong.empty());
        }
    }

    /** Unidirectional streams have control messages only since draft 17 (draft-ietf-moq-transport-18 §3.4). */
    private static boolean isControl(Cursor bytes, MessageGrammar grammar) throws MalformedException {
        return grammar.definition(MessageType.SETUP).isPresent()
                && bytes.integer("the stream type") == MessageType.SETUP;
    }
}
