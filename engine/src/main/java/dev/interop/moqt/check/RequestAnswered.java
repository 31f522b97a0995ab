package dev.interop.moqt.check;

import dev.interop.moqt.wire.Request;
import dev.interop.moqt.wire.RequestReply;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.List;

/**
 * Checks that a request was sent and got an answer of an expected kind. Since a client may try again, one of several such
 * requests is enough. A wrong answer therefore does not fail the check if more requests or answers may be in packets that
 * could not be read.
 *
 * @param rule the check's rule, see {@link dev.interop.verdict.Check#rule()}
 * @param sections the sections on the answer
 * @param kind the kind of request
 * @param from the side that has to send it
 * @param name the request's name in messages
 * @param answers the expected kinds of answers
 * @param expected the names of these answers in messages
 * @param <T> the kind of request
 */
record RequestAnswered<T extends Request>(
        String rule,
        DraftSections sections,
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
    public CheckResult examine(MoqtSessions sessions) {
        var asked = sessions.requests(kind, from);
        boolean noRightAnswer = from == Side.CLIENT && !sessions.hasAnswer(answers, Side.SERVER);
        var gap = noRightAnswer ? sessions.relayGap() : sessions.gap();
        if (asked.isEmpty()) {
            var unread = noRightAnswer && sessions.gap().isPresent() ? " was read, and no right answer to one" : "";
            return unless(
                    gap,
                    sessions,
                    name + " from the " + from.label(),
                    "no " + name + " from the " + from.label() + unread,
                    Location.ofFile(sessions.file()));
        }
        var given = asked.stream().flatMap(it -> it.answer().stream()).toList();
        if (given.stream().anyMatch(it -> answers.stream().anyMatch(kind -> kind.isInstance(it)))) {
            return new CheckResult.Passed().shown();
        }
        var request = asked.get(0).request();
        return given.stream()
                .findFirst()
                .map(answer -> unless(gap, sessions, expected, answer.describe(), sessions.where(answer)))
                .orElseGet(() ->
                        unless(gap, sessions, expected, "no answer to " + request.describe(), sessions.where(request)));
    }
}
