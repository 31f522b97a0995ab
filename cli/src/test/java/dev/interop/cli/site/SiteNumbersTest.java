package dev.interop.cli.site;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interop.protocol.Protocols;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the front page tells of measurements, and of test cases that come out alike with all peers, of stored cells. */
class SiteNumbersTest {
    @TempDir
    Path folder;

    private JsonNode page(CellResult... results) throws IOException {
        try (var cells = CellsJsonl.open(folder.resolve("cells.jsonl"))) {
            for (var it : results) {
                cells.append(it);
            }
        }
        var run = MergedRun.of(List.of(StoredRun.read(folder)));
        return new SiteModel(run, List.of(), Protocols.installed()).tree().at("/protocols/0");
    }

    @Test
    void aMeasurementIsAMeanWithItsDeviationAndAllValues() throws IOException {
        var page = page(
                cell("a", "x", "goodput")
                        .measured(Measured.of("kbps", List.of(9400.4, 9430.0)))
                        .build(),
                cell("b", "x", "goodput").failed().build());

        var measured = page.path("cells").get(0);
        assertThat(measured.path("measured").asText()).isEqualTo("9415 ± 21");
        assertThat(measured.path("unit").asText()).isEqualTo("kbps");
        assertThat(measured.path("values").asText()).isEqualTo("9400, 9430");
        assertThat(page.path("cells").get(1).has("measured")).isFalse();
    }

    @Test
    void aTestCaseThatFailsAgainstAllPeersOrThatNoPeerSupportsIsMarked() throws IOException {
        var page = page(
                cell("a", "x", "ecn").failed().build(),
                cell("b", "x", "ecn").failed().build(),
                cell("a", "y", "ecn").build(),
                cell("a", "x", "v2")
                        .cameOut(Outcome.UNSUPPORTED, ReasonCode.SERVER_UNSUPPORTED, "127")
                        .build(),
                cell("a", "y", "v2")
                        .cameOut(Outcome.UNSUPPORTED, ReasonCode.SERVER_UNSUPPORTED, "127")
                        .build(),
                cell("b", "x", "v2").build());

        assertThat(texts(page.path("marks")))
                .containsExactlyInAnyOrder(
                        "ecn of x as server fails against all 2 clients",
                        "v2 of a as client is supported by none of 2 servers");
    }

    @Test
    void resultsThatDifferAmongPeersAreNotMarked() throws IOException {
        var page = page(
                cell("a", "x", "ecn").failed().build(), cell("b", "x", "ecn").build());

        assertThat(page.path("marks")).isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.asText()));
        return texts;
    }
}
