package dev.interop.moqt.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Report;
import dev.interop.protocol.Report.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapReportReaderTest {
    private final List<Report> reports = new ArrayList<>();

    @Test
    void aPointIsReportedWhenItsLineEnds() {
        var reader = new TapReportReader(Map.of(), reports::add);

        reader.read(bytes("TAP version 14\n1..2\nok 1 - setup-only"));
        assertThat(reports).isEmpty();
        reader.read(bytes("\n"));
        assertThat(reports).containsExactly(result(Status.PASSED, "ok 1 - setup-only", "setup-only"));
        reader.read(bytes("  ---\n  message: fine\n  ids:\n    one: 1\n  ...\nnot ok 2 - other"));
        assertThat(reports).last().isInstanceOfSatisfying(Report.Details.class, it -> {
            assertThat(it.path()).containsExactly("setup-only");
            assertThat(it.entries()).containsEntry("message", "fine").containsEntry("ids.one", "1");
            assertThat(it.text()).contains("message: fine");
        });
        reader.end();
        assertThat(reports).last().isEqualTo(result(Status.FAILED, "not ok 2 - other", "other"));
    }

    @Test
    void directivesAreReportedWithTheirReasons() {
        read("TAP version 14\n1..2\nok 1 - a # SKIP not here\nnot ok 2 - b # TODO later\n");

        assertThat(reports)
                .containsExactly(result(Status.SKIPPED, "not here", "a"), result(Status.TO_DO, "later", "b"));
    }

    @Test
    void aSubtestIsAGroupThatEndsWithItsPoint() {
        read("""
                TAP version 14
                1..2
                # Subtest: announce
                    1..2
                    ok 1 - connect
                    not ok 2 - answer
                not ok 1 - announce
                ok 2 - setup-only
                """);

        assertThat(reports)
                .containsExactly(
                        new Report.Opened(List.of("announce")),
                        result(Status.PASSED, "ok 1 - connect", "announce", "connect"),
                        result(Status.FAILED, "not ok 2 - answer", "announce", "answer"),
                        result(Status.FAILED, "not ok 1 - announce", "announce"),
                        result(Status.PASSED, "ok 2 - setup-only", "setup-only"));
    }

    @Test
    void aSubtestInBracesEndsWithThePointBeforeIt() {
        read("""
                TAP version 14
                1..1
                ok 1 - announce {
                    1..1
                    ok 1 - connect
                }
                """);

        assertThat(reports)
                .containsExactly(
                        new Report.Opened(List.of("announce")),
                        result(Status.PASSED, "ok 1 - connect", "announce", "connect"),
                        result(Status.PASSED, "ok 1 - announce {", "announce"));
    }

    @Test
    void aSubtestWithoutAPointIsReportedByItsOwnResult() {
        read("TAP version 14\n1..0\n# Subtest: lost\n    1..1\n    not ok 1 - x\n");

        assertThat(reports).last().satisfies(it -> {
            assertThat(it.path()).containsExactly("lost");
            assertThat(((Report.Result) it).status()).isEqualTo(Status.FAILED);
        });
    }

    @Test
    void namesAreUniqueAndThoseOfTheContract() {
        var reader = new TapReportReader(Map.of("publish-namespace-only", "announce-only"), reports::add);
        reader.read(bytes("TAP version 14\n1..4\nok 1 - publish-namespace-only\nok 2 - x\nok 3 - x\nok 4\n"));
        reader.end();

        assertThat(reports)
                .extracting(it -> it.path().get(0))
                .containsExactly("announce-only", "x", "x (2)", "point 4");
    }

    @Test
    void aNameWithANumberIsNotTakenForARepeatedOne() {
        var reader = new TapReportReader(Map.of(), reports::add);
        reader.read(bytes("TAP version 14\n1..5\nnot ok - x (2)\nok - x\nok - x\nok - x\nok - x (2)\n"));
        reader.end();

        assertThat(reports)
                .extracting(it -> it.path().get(0))
                .containsExactly("x (2)", "x", "x (3)", "x (4)", "x (2) (2)");
    }

    @Test
    void theNumberOfReportsIsLimited() {
        var flood = new StringBuilder("TAP version 14\n");
        for (int i = 1; i <= 5_000; i++) {
            flood.append("ok ")
                    .append(i)
                    .append(" - \u001b[31mx")
                    .append(i)
                    .append("y".repeat(500))
                    .append('\n');
        }
        read(flood.toString());

        assertThat(reports)
                .hasSize(1_000)
                .allSatisfy(
                        it -> assertThat(it.path().get(0)).hasSizeLessThan(120).doesNotContain("\u001b"));
    }

    private void read(String text) {
        var reader = new TapReportReader(Map.of(), reports::add);
        reader.read(bytes(text));
        reader.end();
    }

    private static Report result(Status status, String text, String... path) {
        return new Report.Result(List.of(path), status, text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
