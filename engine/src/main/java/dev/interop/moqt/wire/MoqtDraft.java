package dev.interop.moqt.wire;

import dev.interop.ProtocolVersion;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The drafts of MoQT whose messages the engine can read. */
@API(status = Status.INTERNAL)
public enum MoqtDraft {
    /** draft-ietf-moq-transport-14: versions are negotiated in the setup messages. */
    DRAFT_14(14),
    /** draft-ietf-moq-transport-16: versions are negotiated by ALPN. */
    DRAFT_16(16),
    /** draft-ietf-moq-transport-18: each request has its own stream; a new encoding of integers. */
    DRAFT_18(18);

    private final int number;

    MoqtDraft(int number) {
        this.number = number;
    }

    /** The draft of this version. */
    public static Optional<MoqtDraft> of(ProtocolVersion version) {
        return Arrays.stream(values())
                .filter(it -> version.draftNumber().equals(OptionalInt.of(it.number)))
                .findFirst();
    }

    /** The draft's number. */
    public int number() {
        return number;
    }

    /** The draft's number in version lists of drafts up to 14 (draft 14 §9.3.1). */
    long version() {
        return 0xff000000L + number;
    }

    /**
     * The draft's name in ALPN and WebTransport, by which it is negotiated since draft 15. Empty for draft 14, which is
     * negotiated in setup messages: all drafts up to 14 have the same ALPN name, {@code moq-00}.
     */
    Optional<String> protocol() {
        return this == DRAFT_14 ? Optional.empty() : Optional.of("moqt-" + number);
    }

    /** The reference to a section of the draft, such as {@code draft-ietf-moq-transport-18 §10.3}. */
    String section(String number) {
        return this + " §" + number;
    }

    @Override
    public String toString() {
        return "draft-ietf-moq-transport-" + number;
    }
}
