package dev.interop.moqt.check;

import dev.interop.moqt.wire.Request;
import dev.interop.moqt.wire.RequestReply;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.List;

/**
 * A request was made and got an answer of the right kind. Of several such requests one has to: a client may try again. So a
 * wrong answer says nothing where there may be more than was seen: more requests, too, if there are right answers to requests
 * that were not seen.
 *
 * @param rule as in {@link dev.interop.verdict.Check#rule()}
 * @param sections the answer's sections
 * @param kind the kind of request
 * @param from who has to make it
 * @param name the request's name, for people
 * @param answers the right kinds of answers
 * @param expected their names, for people
 * @param <T> the kind of request
 */
record RequestAnswered<T extends Request>(
        String rule,
        Sections sections,
        Class<T> kind,
        Side from,
        String name,
        List<Class<? extends RequestReply>> answers,
        String expected)
        implements WireCheck {
    RequestAnswered {
        answers = List.copyOf(answers);
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var asked = wire.requests(kind, from);
        boolean isRefused = from == Side.CLIENT && !wire.hasAnswer(answers, Side.SERVER);
        var missed = isRefused ? wire.relaysGap() : wire.gap();
        if (asked.isEmpty()) {
            var unread = isRefused && wire.gap().isPresent() ? " was read, nor a right answer to one" : "";
            return unless(
                    missed,
                    wire,
                    name + " from the " + from.label(),
                    "no " + name + " from the " + from.label() + unread,
                    Location.ofFile(wire.file()));
        }
        var given = asked.stream().flatMap(it -> it.answer().stream()).toList();
        if (given.stream().anyMatch(it -> answers.stream().anyMatch(right -> right.isInstance(it)))) {
            return new CheckResult.Passed();
        }
        var request = asked.get(0).request();
        return given.stream()
                .findFirst()
                .map(wrong -> unless(missed, wire, expected, wrong.describe(), wire.where(wrong)))
                .orElseGet(() ->
                        unless(missed, wire, expected, "no answer to " + request.describe(), wire.where(request)));
    }
}
