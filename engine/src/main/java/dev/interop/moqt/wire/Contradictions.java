package dev.interop.moqt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds signs that a connection has another draft or transport than expected. Without this such a connection would look as if
 * no message had been sent.
 */
final class Contradictions {
    /** The lowest version number of a draft (draft-ietf-moq-transport-14 §9.3.1). */
    private static final long FIRST_DRAFT_VERSION = 0xff000000L;

    private final MoqtDraft draft;
    private final Transport transport;

    Contradictions(MoqtDraft draft, Transport transport) {
        this.draft = draft;
        this.transport = transport;
    }

    /**
     * Inspects the first bytes of a stream.
     *
     * @param bytes the bytes that the stream's opener sent, including WebTransport's stream header
     * @param start the offset of MoQT's first byte
     */
    Optional<String> inOpening(StreamId stream, Bytes bytes, int start) {
        if (transport == Transport.QUIC && bytes.startsWith(0x40, stream.isUnidirectional() ? 0x54 : 0x41)) {
            return Optional.of("a WebTransport stream header, which raw QUIC does not have,");
        }
        if (transport == Transport.WEBTRANSPORT && start == 0 && beginsASession(stream, bytes)) {
            return Optional.of("MoQT without a WebTransport stream header");
        }
        if (draft != MoqtDraft.DRAFT_18 && stream.isUnidirectional() && isSetup(bytes.slice(start, bytes.size()))) {
            return Optional.of("SETUP (0x2f00) of draft 17 or later");
        }
        return Optional.empty();
    }

    private static boolean beginsASession(StreamId stream, Bytes bytes) {
        return stream.isUnidirectional() ? isSetup(bytes) : bytes.startsWith(0x20, 0);
    }

    private static boolean isSetup(Bytes bytes) {
        return bytes.startsWith(0xaf, 0);
    }

    /** Inspects a message, whose body may be malformed in the expected draft. */
    Optional<String> in(MessageHead head, Bytes body) {
        if (head.type() != MessageType.CLIENT_SETUP && head.type() != MessageType.SERVER_SETUP) {
            return Optional.empty();
        }
        var name = head.type() == MessageType.CLIENT_SETUP ? "CLIENT_SETUP" : "SERVER_SETUP";
        var versions = versions(head.type(), body);
        return switch (draft) {
            case DRAFT_14 ->
                versions.contains(draft.version())
                        ? Optional.empty()
                        : Optional.of(name + " without version 0x" + Long.toHexString(draft.version()));
            case DRAFT_16 ->
                versions.stream()
                        .filter(it -> it >= FIRST_DRAFT_VERSION)
                        .map(it -> name + " with version 0x" + Long.toHexString(it) + ", as up to draft 14,")
                        .findFirst();
            case DRAFT_18 -> Optional.of(name + " (0x" + Long.toHexString(head.type()) + ") of draft 16 or earlier");
        };
    }

    /** The versions at the beginning of a setup message of draft 14 (§9.3): those offered, or the selected one. */
    private static List<Long> versions(long type, Bytes body) {
        var versions = new ArrayList<Long>();
        var cursor = new Cursor(body, new QuicIntegers());
        try {
            long count = type == MessageType.CLIENT_SETUP ? cursor.integer("the number of versions") : 1;
            while (versions.size() < count) {
                versions.add(cursor.integer("a version"));
            }
        } catch (MalformedException noMore) {
            // The versions before the malformed one count.
        }
        return versions;
    }
}
