package dev.interop.moqt.check;

import dev.interop.moqt.wire.PublishNamespace;
import dev.interop.moqt.wire.Subscribe;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Checks that the client subscribes to a track whose namespace it has not published before on any connection.
 *
 * @param norLater whether the client must not publish it afterwards either, which is another test case
 */
@API(status = Status.INTERNAL)
public record NotYetPublished(boolean norLater) implements WireCheck {
    @Override
    public String rule() {
        return "The client subscribes to what " + (norLater ? "it does not publish" : "is not published yet");
    }

    @Override
    public DraftSections sections() {
        return new DraftSections("10.7", "9.9", "9.7");
    }

    @Override
    public CheckResult examine(MoqtSessions sessions) {
        var subscribed = sessions.requests(Subscribe.class, Side.CLIENT);
        if (subscribed.isEmpty()) {
            return missing(
                    sessions,
                    "SUBSCRIBE from the client",
                    "no SUBSCRIBE from the client",
                    Location.ofFile(sessions.file()));
        }
        if (subscribed.stream().anyMatch(it -> published(sessions, it.request()).isEmpty())) {
            return sessions.clientGap()
                    .<CheckResult>map(it -> undecided(
                            "no PUBLISH_NAMESPACE " + (norLater ? "beside" : "before") + " the SUBSCRIBE, but " + it))
                    .orElseGet(() -> new CheckResult.Passed().shown());
        }
        var published = published(sessions, subscribed.get(0).request()).orElseThrow();
        return missing(
                sessions,
                "SUBSCRIBE " + (norLater ? "without a" : "before any") + " PUBLISH_NAMESPACE of its namespace",
                published.describe() + (norLater ? " beside" : " before") + " the SUBSCRIBE",
                sessions.where(published));
    }

    /** The client's PUBLISH_NAMESPACE for the track's namespace, if the client sends it when it must not. */
    Optional<PublishNamespace> published(MoqtSessions sessions, Subscribe request) {
        return sessions.requests(PublishNamespace.class, Side.CLIENT).stream()
                .map(MoqtSessions.SessionRequest::request)
                .filter(it -> it.namespace().isPrefixOf(request.namespace()))
                .filter(it -> norLater || it.place().compareTo(request.place()) < 0)
                .findFirst();
    }
}
