package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interop.result.Measured;
import dev.interop.result.RunResult;
import dev.interop.testing.MeasuringTestCase;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {
    private static final SimpleTestCase H = new SimpleTestCase("H", "handshake", "One handshake.");
    private static final SimpleTestCase C20 = new SimpleTestCase("C20", "chacha20", "ChaCha20 only.");
    private static final SimpleTestCase G = new SimpleTestCase("G", "goodput", "How fast.");

    @TempDir
    Path folder;

    private final RunResult run = RunBuilder.run("c1 c2", "s1 s2 s3", H, C20, G)
            .with(cell("c1", "s2", "chacha20").failed())
            .with(cell("c2", "s3", "handshake")
                    .cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "the client ended with 127"))
            .with(cell("c1", "s1", "handshake").cameOut(Outcome.UNDECIDED, ReasonCode.NO_KEYLOG, "no keylog"))
            .with(cell("c1", "s1", "chacha20").cameOut(Outcome.SKIPPED, ReasonCode.CANCELLED, "cancelled"))
            .with(cell("c1", "s1", "goodput").cameOut(Outcome.ERROR, ReasonCode.HARNESS, "broken"))
            .with(cell("c2", "s1", "goodput").measured(new Measured("kbps", List.of(9400.0, 9426.0), 9413.4, 21.6)))
            .with(cell("c2", "s2", "goodput").failed())
            .without("c2", "s1", "handshake")
            .build();

    @Test
    void theFileFitsTheSchemaOfTheFormat() throws IOException {
        try (var in = getClass().getResourceAsStream("result.schema.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            assertThat(schema.validate(written())).isEmpty();
        }
    }

    @Test
    void thePublicPageShowsTheMatrix() throws IOException {
        var page = new PublicPage(written());

        assertThat(page.header()).isEqualTo("2026-11-22T16:10:00.250Z, 400 s, version 0x1");
        assertThat(page.filters())
                .containsExactly(
                        "H: handshake, One handshake.", "C20: chacha20, ChaCha20 only.", "G: goodput, How fast.");
        assertThat(page.links("https://%s.example")).isTrue();
        assertThat(page.field("c1", "s1")).isEmpty();
        assertThat(page.field("c1", "s2"))
                .containsExactly("succeeded H logs/x/s2_c1/handshake", "failed C20 logs/x/s2_c1/chacha20");
        assertThat(page.field("c2", "s3")).containsExactly("succeeded C20 logs/x/s3_c2/chacha20", "unsupported H");
        assertThat(page.field("c2", "s1")).containsExactly("succeeded C20 logs/x/s1_c2/chacha20");
    }

    @Test
    void thePublicPageShowsTheMeasurements() throws IOException {
        var page = new PublicPage(written());

        assertThat(page.measurements("c2", "s1")).containsExactly("succeeded G: 9413 (± 22) kbps");
        assertThat(page.measurements("c2", "s2")).containsExactly("failed G");
        assertThat(page.measurements("c1", "s1")).isEmpty();
    }

    @Test
    void aMeasurementThatFailedInEveryCellIsNoTestCase() throws IOException {
        var failed = RunBuilder.run("c", "s", H, new MeasuringTestCase(G))
                .with(cell("c", "s", "goodput").failed())
                .build();

        var page = new PublicPage(written(failed));

        assertThat(page.field("c", "s")).containsExactly("succeeded H logs/x/s_c/handshake");
        assertThat(page.measurements("c", "s")).containsExactly("failed G");
    }

    @Test
    void numbersAreTheSameInEveryLocale() throws IOException {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new PublicPage(written()).measurements("c2", "s1"))
                    .containsExactly("succeeded G: 9413 (± 22) kbps");
            assertThat(Files.readString(folder.resolve("result.json"))).contains("\"start_time\" : 1795363800.250");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theWorstOfSeveralRoutesDecides() throws IOException {
        var routes = RunBuilder.run("c", "s", H, C20, G)
                .without("c", "s", "handshake")
                .without("c", "s", "chacha20")
                .without("c", "s", "goodput")
                .with(cell("c", "s", "handshake").over("tcp"))
                .with(cell("c", "s", "handshake").over("remote-tcp").failed())
                .with(cell("c", "s", "chacha20").over("tcp"))
                .with(cell("c", "s", "chacha20")
                        .over("remote-tcp")
                        .cameOut(Outcome.ERROR, ReasonCode.HARNESS, "broken"))
                .with(cell("c", "s", "goodput").over("tcp").measured(new Measured("kbps", List.of(1.0), 1, 0)))
                .with(cell("c", "s", "goodput").over("remote-tcp").failed())
                .build();

        var page = new PublicPage(written(routes));

        assertThat(page.field("c", "s")).containsExactly("failed H logs/x/s_c/remote-tcp/handshake");
        assertThat(page.measurements("c", "s")).containsExactly("failed G");
    }

    private JsonNode written() throws IOException {
        return written(run);
    }

    private JsonNode written(RunResult run) throws IOException {
        var file = folder.resolve("result.json");
        new ResultJson().write(file, run, "x");
        return new ObjectMapper().readTree(file.toFile());
    }
}
