package dev.interop.moqt.check;

import dev.interop.moqt.wire.ControlSession;
import dev.interop.moqt.wire.SessionEnd;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.Optional;

/**
 * The client ends the session that it set up, having the relay's setup message, and no error comes before that. A session is closed by a frame or capsule
 * (RFC 9000 §10.2): who just leaves has not closed it, and its peer learns that by a time-out (§10.1). A relay that closes
 * without an error leaves it to the client to close as well.
 */
record SessionClosed() implements WireCheck {
    private static final String EXPECTED = "a close of the session by the client without an error";

    @Override
    public String rule() {
        return "The client closes the session without an error";
    }

    @Override
    public Sections sections() {
        return new Sections("3.5", "3.4", "3.4");
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var sessions = wire.sound().stream().filter(ControlSession::isSetUp).toList();
        var clean = sessions.stream()
                .filter(it -> decisive(it).filter(SessionEnd::isWithoutError).isPresent())
                .toList();
        if (clean.stream().anyMatch(it -> isAfterSetup(decisive(it).orElseThrow(), it))) {
            return new CheckResult.Passed();
        }
        var ends = sessions.stream()
                .filter(it -> !clean.contains(it))
                .flatMap(it -> decisive(it).stream())
                .toList();
        var hidden = ends.stream().filter(SessionEnd::isHidden).findFirst();
        if (hidden.isPresent()) {
            return undecided("the session ends by " + hidden.get() + ", and the 1-RTT packet that would tell it is not"
                    + " in the capture");
        }
        if (!clean.isEmpty()) {
            return tooEarly(wire, clean.get(0));
        }
        if (!ends.isEmpty()) {
            var end = ends.get(0);
            return unseen(wire, EXPECTED, "the session ends by " + end, wire.where(end.place()));
        }
        if (sessions.isEmpty()) {
            return unseen(wire, EXPECTED, "no session that both sides set up", Location.ofFile(wire.file()));
        }
        return never(wire, sessions.get(0));
    }

    /** The first end that is the client's, or an error of either side. */
    private static Optional<SessionEnd> decisive(ControlSession session) {
        return session.sessionEnds().stream()
                .filter(it -> it.from() == Side.CLIENT || !it.isWithoutError())
                .findFirst();
    }

    /** The capture is the client's side's: what is in it later came to the client later. */
    private static boolean isAfterSetup(SessionEnd end, ControlSession session) {
        var setup = session.setupFrom(Side.SERVER).orElseThrow();
        return end.place().packet() > setup.head().complete().packet();
    }

    private CheckResult tooEarly(MoqtSessions wire, ControlSession session) {
        var end = decisive(session).orElseThrow();
        var setup = session.setupFrom(Side.SERVER).orElseThrow();
        return unseen(
                wire,
                EXPECTED + ", once it has the relay's setup message",
                end + ", before the relay's " + setup.name() + " was there, "
                        + setup.head().complete(),
                wire.where(end.place()));
    }

    private CheckResult never(MoqtSessions wire, ControlSession session) {
        var setup = session.setupFrom(Side.CLIENT).orElseThrow();
        var relays = session.sessionEnds().stream()
                .findFirst()
                .map(it -> ", only " + it)
                .orElse("");
        return unseen(wire, EXPECTED, "no close of the session from the client" + relays, wire.where(setup));
    }
}
