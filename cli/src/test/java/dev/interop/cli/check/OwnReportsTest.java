package dev.interop.cli.check;

import static dev.interop.testing.RecordingBuilder.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Contract;
import dev.interop.protocol.DelegatingContract;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.ReportRequirement;
import dev.interop.protocol.ReportRequirements;
import dev.interop.protocol.Route;
import dev.interop.protocol.RunnerContract;
import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerRole;
import dev.interop.testing.Implementations;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.ReportSource;
import dev.interop.verdict.ReportedOutcome;
import dev.interop.verdict.Verdict;
import dev.interop.verdict.Verdict.Checked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks a client of a protocol that a jar adds: the words on its reports are the protocol's. */
class OwnReportsTest {
    private static final ReasonCode NO_SCORE = new ReasonCode("no-score");
    private static final ReasonCode CHEATED = new ReasonCode("cheated");
    private static final ReasonCode RESTED = new ReasonCode("rested");

    @TempDir
    Path folder;

    @Test
    void theRequirementsOnReportsAreThoseOfTheProtocolsContract() {
        var lines = examine(new Game(NO_SCORE));

        assertThat(lines)
                .extracting(Checked::rule)
                .contains("the score is on standard output", "the score is that of the exit code");
        assertThat(lines).extracting(Checked::section).contains("Rules 3");
        assertThat(result(lines, "the score is on standard output"))
                .extracting(it -> CheckAnswers.finding(it).expected())
                .isEqualTo("print SCORE and a number");
        assertThat(lines)
                .extracting(Checked::toString)
                .noneMatch(it -> it.contains("TAP") || it.contains("MOQT") || it.contains("QLOGDIR"));
    }

    @Test
    void theExitCodeIsComparedAsTheProtocolSays() {
        var lines = examine(new Game(CHEATED));

        assertThat(result(lines, "the score is on standard output")).isEqualTo(CheckAnswers.met("1 result"));
        assertThat(result(lines, "the score is that of the exit code"))
                .extracting(it -> CheckAnswers.finding(it).expected())
                .isEqualTo("end with 0 if the score is 1");
    }

    @Test
    void aTestCaseThatTheProtocolCallsDeclinedIsNotDone() {
        assertThat(cell(new Game(RESTED)).isDeclined()).isTrue();
        assertThat(cell(new Game(CHEATED)).isDeclined()).isFalse();
    }

    private List<Checked> examine(Game game) {
        var cell = cell(game);
        var evidence = CheckAnswers.evidence(cell);
        return Requirements.ofATestCase(game).stream()
                .filter(it -> it.concerns(evidence))
                .map(it -> new Checked(it.rule(), it.section(), it.examine(evidence)))
                .toList();
    }

    private CheckedCell cell(Game game) {
        var subject = new Subject(
                game,
                Implementations.named("checked"),
                game.clientRole(),
                Implementations.named("peer"),
                Route.direct());
        var record = recording(folder)
                .exited(ContainerRole.CLIENT, 0)
                .variable(ContainerRole.CLIENT, "ROLE", "client")
                .build();
        return new CheckedCell(
                subject, game.testCases().get(0), record, Verdict.of(Outcome.FAILED, game.reported(), "as reported"));
    }

    private static CheckResult result(List<Checked> lines, String rule) {
        return lines.stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .result();
    }

    /** A protocol whose client reports this reason. */
    private record Game(ReasonCode reported) implements Protocol, DelegatingContract {
        @Override
        public String name() {
            return "game";
        }

        @Override
        public String title() {
            return "Game";
        }

        @Override
        public Contract contract() {
            return this;
        }

        @Override
        public List<TestCase> testCases() {
            return List.of(new Match(reported, new SimpleTestCase("M", "match", "A match.", List.of())));
        }

        @Override
        public ReportRequirements reportRequirements() {
            return new ReportRequirements(
                    new ReportRequirement(
                            "the score is on standard output", "Rules 3", Map.of(NO_SCORE, "print SCORE and a number")),
                    Optional.empty(),
                    Optional.of(new ReportRequirement(
                            "the score is that of the exit code",
                            "Rules 4",
                            Map.of(CHEATED, "end with 0 if the score is 1"))),
                    Set.of(RESTED));
        }

        @Override
        public Contract base() {
            return new RunnerContract();
        }
    }

    private record Match(ReasonCode reported, TestCase test) implements DelegatingTestCase {
        @Override
        public List<Check> checks() {
            return List.of();
        }

        @Override
        public ReportSource reportSource() {
            var reason = new Reason(reported, "as reported");
            var finding = new Finding("rule", "Rules", "another score", "this score", Location.none());
            return recording ->
                    Optional.of(new ReportedOutcome(Outcome.FAILED, reason, List.of(finding), 1, List.of()));
        }
    }
}
