package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TapDocumentTest {

    private static TapDocument document(String... lines) {
        return Tap.document(String.join("\n", lines), TapOptions.lenient());
    }

    @Test
    void pointsHoldTheirDiagnosticsAndSubtests() {
        TapDocument document = document(
                "1..2",
                "# Subtest: a",
                "    1..1",
                "    not ok 1 - inner",
                "not ok 1 - a",
                "  ---",
                "  why: so",
                "  ...",
                "ok 2 - b {",
                "    1..0",
                "}");

        TestPoint first = document.points().get(0);
        assertThat(first.diagnostic().orElseThrow().yaml()).isEqualTo("why: so\n");
        assertThat(first.subtest().orElseThrow().name()).isEqualTo("a");
        assertThat(first.subtest().orElseThrow().failures())
                .singleElement()
                .extracting(point -> point.point().description())
                .isEqualTo("inner");
        assertThat(document.points().get(1).subtest().orElseThrow().result().skippedAll())
                .isTrue();
        assertThat(document.subtests()).extracting(TapDocument::name).containsExactly("a", "b");
    }

    @Test
    void aSubtestWithoutAPointBelongsToNoPoint() {
        TapDocument document = document("1..1", "ok 1", "    ok 1");

        assertThat(document.points().get(0).subtest()).isEmpty();
        assertThat(document.subtests()).hasSize(1);
    }

    @Test
    void linesKeepTheirOrder() {
        assertThat(document("TAP version 14", "# a", "ok", "noise", "1..1").lines())
                .extracting(line -> line.getClass().getSimpleName())
                .containsExactly("Version", "Comment", "Point", "NonTap", "Plan");
    }

    @Test
    void thereIsNoDocumentBeforeTheEnd() {
        assertThatThrownBy(() -> new TapDocumentBuilder(TapOptions.lenient()).document())
                .isInstanceOf(IllegalStateException.class);
    }
}
