package dev.interop.moqt.wire;

import java.util.Arrays;
import java.util.Optional;

/** The drafts whose messages can be read. */
public enum MoqtDraft {
    /** draft-ietf-moq-transport-14: versions are negotiated in the setup messages. */
    DRAFT_14(14),
    /** draft-ietf-moq-transport-16: versions are negotiated by ALPN. */
    DRAFT_16(16),
    /** draft-ietf-moq-transport-18: a stream each for requests, integers of its own. */
    DRAFT_18(18);

    private final int number;

    MoqtDraft(int number) {
        this.number = number;
    }

    /** The draft of this number. */
    public static Optional<MoqtDraft> of(int number) {
        return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** How it is called in version lists of drafts up to 14 (draft 14 §9.3.1). */
    long version() {
        return 0xff000000L + number;
    }

    /**
     * Its name in ALPN and WebTransport, by which it is agreed on since draft 15; empty where the setup messages say it:
     * all drafts up to 14 have the same name there, {@code moq-00}.
     */
    Optional<String> protocol() {
        return this == DRAFT_14 ? Optional.empty() : Optional.of("moqt-" + number);
    }

    /** A section of it, such as {@code draft-ietf-moq-transport-18 §10.3}. */
    String section(String number) {
        return this + " §" + number;
    }

    @Override
    public String toString() {
        return "draft-ietf-moq-transport-" + number;
    }
}
