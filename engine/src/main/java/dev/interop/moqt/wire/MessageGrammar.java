package dev.interop.moqt.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The control messages of a draft.
 *
 * @param draft the draft
 * @param integers the draft's encoding of integers
 * @param overview the draft's section on control messages in general
 * @param definitions the messages by type
 */
record MessageGrammar(MoqtDraft draft, Integers integers, String overview, Map<Long, Definition> definitions) {
    MessageGrammar {
        definitions = Map.copyOf(definitions);
    }

    static MessageGrammar of(MoqtDraft draft) {
        return switch (draft) {
            case DRAFT_14 -> Draft14.grammar();
            case DRAFT_16 -> Draft16.grammar();
            case DRAFT_18 -> Draft18.grammar();
        };
    }

    static MessageGrammar of(MoqtDraft draft, Integers integers, String overview, List<Definition> definitions) {
        return new MessageGrammar(
                draft,
                integers,
                overview,
                definitions.stream().collect(Collectors.toMap(Definition::type, Function.identity())));
    }

    Optional<Definition> definition(long type) {
        return Optional.ofNullable(definitions.get(type));
    }

    /**
     * The definition of a message type.
     *
     * @param type the number on the wire
     * @param name the draft's name
     * @param section the draft's section
     * @param layout reads the body
     */
    record Definition(long type, String name, String section, Layout layout) {}

    /** Reads a message's body. */
    @FunctionalInterface
    interface Layout {
        Message read(MessageHead head, Cursor body) throws MalformedException;
    }
}
