package dev.interop.cli;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.listener.ComplianceProbe;
import dev.interop.plan.Axes;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Route;
import dev.interop.recording.Lateness;
import dev.interop.recording.MachineConditions;
import dev.interop.registry.Role;
import dev.interop.report.Colour;
import dev.interop.result.EarlierAttempt;
import dev.interop.run.PastFailures;
import dev.interop.testing.Implementations;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake");
    private static final SimpleTestCase DC = new SimpleTestCase("DC", "transfer");

    private final StringWriter text = new StringWriter();
    private final Plan plan = plan();
    private Instant now = Instant.parse("2026-11-22T16:10:00Z");

    private static Plan plan() {
        var protocol = new SimpleProtocol(List.of(H, DC));
        var client = Implementations.named("quic-go");
        var server = Implementations.named("nginx");
        var cells = protocol.testCases().stream()
                .map(it -> new Cell(protocol, client, server, Route.direct(), it, 1))
                .toList();
        return new Plan(
                new Axes(protocol, List.of(client), List.of(server), protocol.testCases()),
                cells,
                List.of(),
                List.of(),
                Optional.empty(),
                1);
    }

    private RunProgress progress(boolean interactive) {
        var terminal = new Terminal(interactive, Colour.NEVER, 200, StandardCharsets.UTF_8);
        return new RunProgress(
                new PrintWriter(text),
                terminal,
                2,
                () -> Duration.between(Instant.EPOCH, now).toNanos(),
                UserFolder.of(new Properties()),
                new CommandName("bin/interop"),
                PastFailures.none());
    }

    /** The output since the last call. */
    private String printed() {
        var printed = text.toString();
        text.getBuffer().setLength(0);
        return printed;
    }

    @Test
    void onATerminalTheLineIsUpdatedWhileNoEventComes() {
        var progress = progress(true);
        progress.runStarted(plan, Path.of("out"));
        progress.cellStarted(plan.cells().get(0));
        progress.cellRecorded(plan.cells().get(0));
        progress.cellStarted(plan.cells().get(1));
        now = now.plusSeconds(10);
        progress.cellEnded(
                plan.cells().get(0), cell("quic-go", "nginx", "handshake").build());
        assertThat(printed()).endsWith("[  1/2] ✓ 1  ✕ 0  – 0  ? 0   running quic-go→nginx transfer 10 s   10 s left");

        now = now.plusSeconds(1);
        progress.tick();

        assertThat(printed()).endsWith("[  1/2] ✓ 1  ✕ 0  – 0  ? 0   running quic-go→nginx transfer 11 s   11 s left");
    }

    @Test
    void theFaultOfAProbeHasNothingThatATerminalWouldInterpret() {
        progress(false)
                .probed(new ComplianceProbe(
                        Implementations.named("nginx"),
                        Role.SERVER,
                        Route.direct(),
                        false,
                        Optional.of("its image lacks a program: \u001b[2J")));

        assertThat(printed()).contains("lacks a program: \\u001b[2J").doesNotContain("\u001b");
    }

    @Test
    void withoutATerminalThereIsALineForEachCellAndAHeartbeatEachMinute() {
        var progress = progress(false);
        progress.runStarted(plan, Path.of("out"));
        progress.cellStarted(plan.cells().get(0));
        progress.cellEnded(
                plan.cells().get(0), cell("quic-go", "nginx", "handshake").build());
        assertThat(printed()).endsWith("[  1/2] succeeded   quic-go → nginx  handshake\n");

        progress.cellStarted(plan.cells().get(1));
        now = now.plusSeconds(59);
        progress.tick();
        assertThat(printed()).isEmpty();

        now = now.plusSeconds(1);
        progress.tick();
        assertThat(printed()).contains("running quic-go→nginx transfer 60 s");

        progress.tick();
        assertThat(printed()).isEmpty();
    }

    @Test
    void aReusedResultSaysWhichRunItIsOf() {
        var progress = progress(false);
        progress.runStarted(plan, Path.of("out"));
        progress.cellEnded(
                plan.cells().get(0),
                cell("quic-go", "nginx", "handshake").build().reusedFrom(Instant.parse("2026-11-23T02:00:00.123Z")));

        assertThat(printed())
                .endsWith("[  1/2] succeeded   quic-go → nginx  handshake  (not run: of 2026-11-23T02:00:00Z)\n");
    }

    @Test
    void theSecondOfEqualFailuresIsOneLine() {
        var progress = progress(true);
        progress.runStarted(plan, Path.of("out"));
        progress.cellEnded(
                plan.cells().get(0),
                cell("quic-go", "nginx", "handshake").failed().build());
        assertThat(printed()).contains("quic-go → nginx  handshake: that; expected this", "replay");

        progress.cellEnded(
                plan.cells().get(1),
                cell("quic-go", "nginx", "transfer").failed().build());

        assertThat(printed())
                .contains("quic-go → nginx  transfer: the same as quic-go → nginx  handshake\n")
                .doesNotContain("replay");
    }

    @Test
    void theFinalLinesSayWhatRanAgainAndWhenTheMachineWasOverloaded() {
        var progress = progress(false);
        progress.runStarted(plan, Path.of("out"));
        var first = cell("quic-go", "nginx", "handshake")
                .cameOut(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "the machine was overloaded")
                .build();
        progress.cellPutOff(plan.cells().get(0), first);
        assertThat(printed()).endsWith("Again    quic-go → nginx  handshake: the machine was overloaded\n");

        progress.runEnded(RunBuilder.run("quic-go", "nginx", H, DC)
                .with(cell("quic-go", "nginx", "handshake")
                        .conditions(new MachineConditions(Optional.of(new Lateness(412.4, 20, 90)), Map.of(), 0))
                        .after(new EarlierAttempt(
                                Outcome.UNDECIDED,
                                first.verdict().reason(),
                                "quic/logs/nginx_quic-go/handshake.attempt-1")))
                .build());

        assertThat(printed())
                .contains("Note     1 cell ran again because of 'overloaded', and the last attempt counts:"
                        + " quic-go → nginx  handshake\n")
                .contains("Note     the machine was overloaded while 1 cell ran;")
                .contains("quic-go → nginx  handshake (deliveries up to 412 ms late)\n");
    }

    @Test
    void beforeThePlanIsKnownNothingIsPrinted() {
        progress(true).tick();

        assertThat(printed()).isEmpty();
    }
}
