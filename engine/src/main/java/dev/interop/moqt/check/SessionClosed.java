package dev.interop.moqt.check;

import dev.interop.moqt.wire.ControlSession;
import dev.interop.moqt.wire.SessionEnd;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;

/**
 * Checks that the client closes its session after it got the relay's setup message, and that no error ends the session before.
 * A session is closed by a frame or a capsule (RFC 9000 §10.2). A client that only ends its process leaves its peer to an idle
 * timeout (§10.1), which is not a close. If the relay closes without an error, the client still has to close.
 */
record SessionClosed() implements WireCheck {
    private static final String EXPECTED = "a close of the session by the client without an error";

    @Override
    public String rule() {
        return "The client closes the session without an error";
    }

    @Override
    public DraftSections sections() {
        return new DraftSections("3.5", "3.4", "3.4");
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var sessions = wire.inDraft().stream().filter(ControlSession::isSetUp).toList();
        var closedCleanly = sessions.stream()
                .filter(it -> decisive(it).filter(SessionEnd::isWithoutError).isPresent())
                .toList();
        if (closedCleanly.stream().anyMatch(it -> isAfterSetup(decisive(it).orElseThrow(), it))) {
            return new CheckResult.Passed().shown();
        }
        var ends = sessions.stream()
                .filter(it -> !closedCleanly.contains(it))
                .flatMap(it -> decisive(it).stream())
                .toList();
        var hidden = ends.stream().filter(SessionEnd::isHidden).findFirst();
        if (hidden.isPresent()) {
            return undecided("the session ends by " + hidden.get()
                    + ", and the 1-RTT packet with the application's code is not in the capture");
        }
        if (!closedCleanly.isEmpty()) {
            return tooEarly(wire, closedCleanly.get(0));
        }
        if (!ends.isEmpty()) {
            var end = ends.get(0);
            return missing(wire, EXPECTED, "the session ends by " + end, wire.where(end.place()));
        }
        if (sessions.isEmpty()) {
            return missing(wire, EXPECTED, "no session that both sides set up", Location.ofFile(wire.file()));
        }
        return notClosed(wire, sessions.get(0));
    }

    /** The first end by the client or by an error of either side. */
    private static Optional<SessionEnd> decisive(ControlSession session) {
        return session.sessionEnds().stream()
                .filter(it -> it.from() == Side.CLIENT || !it.isWithoutError())
                .findFirst();
    }

    /** Compares positions in the client's capture, which has packets in the order in which the client received them. */
    private static boolean isAfterSetup(SessionEnd end, ControlSession session) {
        var setup = session.setupFrom(Side.SERVER).orElseThrow();
        return end.place().packet() > setup.head().complete().packet();
    }

    private CheckResult tooEarly(MoqtSessions wire, ControlSession session) {
        var end = decisive(session).orElseThrow();
        var setup = session.setupFrom(Side.SERVER).orElseThrow();
        return missing(
                wire,
                EXPECTED + ", once it has the relay's setup message",
                end + ", before the relay's " + setup.name() + " arrived, "
                        + setup.head().complete(),
                wire.where(end.place()));
    }

    private CheckResult notClosed(MoqtSessions wire, ControlSession session) {
        var setup = session.setupFrom(Side.CLIENT).orElseThrow();
        var relayEnd = session.sessionEnds().stream()
                .findFirst()
                .map(it -> ", only " + it)
                .orElse("");
        return missing(wire, EXPECTED, "no close of the session from the client" + relayEnd, wire.where(setup));
    }
}
