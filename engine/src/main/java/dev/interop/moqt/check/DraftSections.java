package dev.interop.moqt.check;

import dev.interop.moqt.wire.MoqtDraft;

/**
 * The section about the same subject in each draft.
 *
 * @param in18 the section of draft-ietf-moq-transport-18
 * @param in16 the section of draft-ietf-moq-transport-16
 * @param in14 the section of draft-ietf-moq-transport-14
 */
record DraftSections(String in18, String in16, String in14) {
    /** The section in this draft, such as {@code draft-ietf-moq-transport-18 §10.3}. */
    String of(MoqtDraft draft) {
        var number = switch (draft) {
            case DRAFT_18 -> in18;
            case DRAFT_16 -> in16;
            case DRAFT_14 -> in14;
        };
        return draft + " §" + number;
    }

    /** All sections: {@code draft-ietf-moq-transport-18 §10.3, -16 §9.3, -14 §9.3}. */
    @Override
    public String toString() {
        return "draft-ietf-moq-transport-18 §%s, -16 §%s, -14 §%s".formatted(in18, in16, in14);
    }
}
