package dev.interop.cli;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.bisect.Answer;
import dev.interop.cli.bisect.Attempt;
import dev.interop.cli.bisect.Bisection.Found;
import dev.interop.cli.bisect.Bisection.Pair;
import dev.interop.testing.CellBuilder;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BisectReportTest {
    private final StringWriter text = new StringWriter();
    private final Answer good = answer("v1.0", Optional.of(Outcome.SUCCEEDED), cell("x@v1.0", "nginx", "zerortt"));
    private final Answer bad = answer(
            "v1.2",
            Optional.of(Outcome.FAILED),
            cell("x@v1.2", "nginx", "zerortt").failed());
    private final Answer silent = answer(
            "v1.1",
            Optional.empty(),
            cell("x@v1.1", "nginx", "zerortt").cameOut(Outcome.ERROR, ReasonCode.CHECK_FAILED, "no image"));

    @Test
    void thePairIsNamedWithBothCards() {
        var code = printed(new Found(List.of(good, silent, bad), Optional.of(new Pair(good, bad)), List.of("v1.1")));

        assertThat(code).isZero();
        assertThat(text.toString())
                .startsWith("""

                        RELEASE  OUTCOME    RUNS
                        v1.0     succeeded  1 succeeded
                        v1.1     no answer  1 error
                        v1.2     failed     1 failed

                        x v1.2 is the first release that behaves otherwise: failed; with v1.0 before it: succeeded
                        It may also be one between them, which gave no answer: v1.1

                        x@v1.0 → nginx  zerortt: every check passed
                        """)
                .contains("\nx@v1.2 → nginx  zerortt: ")
                .contains("replay quic/nginx_x@v1.2/zerortt --in out");
    }

    @Test
    void releasesThatBehaveAlikeAreNoPair() {
        var code = printed(new Found(List.of(good, good), Optional.empty(), List.of()));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(text.toString()).endsWith("\nx behaves alike in v1.0 and v1.0: succeeded\n");
    }

    @Test
    void aReleaseWithoutAnAnswerIsAFaultOfTheHarness() {
        var code = printed(new Found(List.of(silent), Optional.empty(), List.of()));

        assertThat(code).isEqualTo(ExitCode.HARNESS);
        assertThat(text.toString())
                .contains("\nx v1.1 gives no answer, so nothing can be compared:\nx@v1.1 → nginx  zerortt: no image\n");
    }

    private int printed(Found found) {
        return new BisectReport("x", new CommandName("./interop")).print(new PrintWriter(text), found);
    }

    private static Answer answer(String release, Optional<Outcome> outcome, CellBuilder cell) {
        return new Answer(release, outcome, List.of(new Attempt(cell.build(), Path.of("out"))));
    }
}
