package dev.interop.moqt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for signs that a connection is not what it is read as. Without them it would seem to say nothing. */
final class Contradictions {
    /** Versions of drafts begin here (draft-ietf-moq-transport-14 §9.3.1). */
    private static final long FIRST_DRAFT_VERSION = 0xff000000L;

    private final MoqtDraft draft;
    private final Transport transport;

    Contradictions(MoqtDraft draft, Transport transport) {
        this.draft = draft;
        this.transport = transport;
    }

    /**
     * Looks at what a stream begins with.
     *
     * @param bytes the opener's direction, with WebTransport's header
     * @param start where MoQT begins in it
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

    /** Looks at a message. Its body may be read otherwise, and be malformed, by the draft that is in doubt. */
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

    /** What draft 14 has at a setup message's beginning (§9.3): versions that are offered, or the one selected. */
    private static List<Long> versions(long type, Bytes body) {
        var versions = new ArrayList<Long>();
        var cursor = new Cursor(body, new QuicIntegers());
        try {
            long count = type == MessageType.CLIENT_SETUP ? cursor.integer("the number of versions") : 1;
            while (versions.size() < count) {
                versions.add(cursor.integer("a version"));
            }
        } catch (Malformation noMore) {
            // Those before count.
        }
        return versions;
    }
}
