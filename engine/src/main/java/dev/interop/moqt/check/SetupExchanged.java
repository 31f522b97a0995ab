package dev.interop.moqt.check;

import dev.interop.moqt.wire.ControlSession;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Location;
import java.util.stream.Stream;

/** Checks that both sides of a connection sent their setup message, in the cell's draft and over its transport. */
record SetupExchanged() implements WireCheck {
    @Override
    public String rule() {
        return "Client and relay exchange SETUP in the cell's draft and transport";
    }

    @Override
    public DraftSections sections() {
        return new DraftSections("10.3", "9.3", "9.3");
    }

    @Override
    public CheckResult examine(MoqtSessions wire) {
        var sessions = wire.inDraft().stream().filter(ControlSession::isSetUp).toList();
        if (!sessions.isEmpty()) {
            return sessions.stream()
                    .flatMap(it -> it.doubt().stream())
                    .findFirst()
                    .<CheckResult>map(this::undecided)
                    .orElseGet(() -> new CheckResult.Passed().shown());
        }
        var otherwise = wire.sessions().stream()
                .flatMap(it -> it.contradictions().stream())
                .findFirst();
        if (otherwise.isPresent()) {
            var sign = otherwise.get();
            return failed(wire, "a session of " + wire.draft(), sign.words(), wire.where(sign.place()));
        }
        var half = wire.inDraft().stream()
                .flatMap(it -> Stream.of(Side.values()).flatMap(side -> it.setupFrom(side).stream()))
                .findFirst();
        return half.map(it -> missing(wire, "a setup message of each side", "only " + it.describe(), wire.where(it)))
                .orElseGet(() -> missing(
                        wire, "a setup message of each side", "no setup message", Location.ofFile(wire.file())));
    }
}
