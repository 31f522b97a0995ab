package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Splits one direction of a stream into control messages: type, 16 bits of length, body. */
final class MessageReader {
    private final MessageGrammar grammar;
    private final Contradictions contradictions;

    MessageReader(MessageGrammar grammar, Contradictions contradictions) {
        this.grammar = grammar;
        this.contradictions = contradictions;
    }

    /**
     * The messages of a stream direction.
     *
     * @param messages complete and malformed messages
     * @param contradictions signs of another draft
     * @param problem why further messages may be missing
     */
    record Result(List<Message> messages, List<Contradiction> contradictions, Optional<String> problem) {}

    Result read(long stream, Side from, StreamBytes direction, int start) {
        var messages = new ArrayList<Message>();
        var signs = new ArrayList<Contradiction>();
        var cursor = new Cursor(direction.bytes(), grammar.integers(), start);
        while (cursor.remaining() > 0) {
            int first = cursor.position();
            var place = direction.place(first);
            long type;
            int length;
            try {
                type = cursor.integer("a message's type");
                length = cursor.octet("a message's length") << 8 | cursor.octet("a message's length");
            } catch (MalformedException unfinished) {
                // Without a cut these are all bytes that were sent, so that an incomplete message hides nothing.
                return new Result(messages, signs, direction.cut());
            }
            int there = Math.min(length, cursor.remaining());
            var body = cursor.slice(there);
            var head = head(type, from, stream, place, direction.complete(first, cursor.position()));
            contradictions
                    .in(head, body)
                    .ifPresent(it -> signs.add(new Contradiction(OptionalLong.of(stream), from, it, place)));
            if (there < length) {
                var why = "ends after " + there + " of " + length + " bytes";
                messages.add(new MalformedMessage(head, length, why));
                return new Result(messages, signs, direction.cut());
            }
            messages.add(message(head, body));
        }
        return new Result(messages, signs, direction.cut());
    }

    private Message message(MessageHead head, Bytes body) {
        var definition = grammar.definition(head.type());
        if (definition.isEmpty()) {
            return new UnknownMessage(head, body.size());
        }
        try {
            return definition.get().layout().read(head, new Cursor(body, grammar.integers()));
        } catch (MalformedException malformed) {
            return new MalformedMessage(head, body.size(), malformed.reason());
        }
    }

    private MessageHead head(long type, Side from, long stream, CapturePosition place, CapturePosition complete) {
        var definition = grammar.definition(type);
        return new MessageHead(
                grammar.draft(),
                type,
                definition.map(MessageGrammar.Definition::name).orElse("message 0x" + Long.toHexString(type)),
                definition.map(MessageGrammar.Definition::section).orElse(grammar.overview()),
                from,
                stream,
                place,
                complete);
    }
}
