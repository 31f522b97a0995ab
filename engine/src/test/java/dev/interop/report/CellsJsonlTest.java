package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.testing.RunBuilder;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsJsonlTest {
    @TempDir
    Path folder;

    @Test
    void aLineIsWrittenAsSoonAsItsCellEnds() throws IOException {
        var file = folder.resolve("cells.jsonl");
        try (var cells = CellsJsonl.open(file)) {
            cells.append(cell("a", "b", "t").build());
            assertThat(Files.readString(file)).hasLineCount(1).endsWith("}\n");
        }
    }

    @Test
    void aSecondWriterAppends() throws IOException {
        var file = folder.resolve("cells.jsonl");
        write(file, cell("a", "b", "t").build());
        write(file, cell("a", "b", "u").build());

        assertThat(CellsJsonl.read(file)).extracting(CellResult::test).containsExactly("t", "u");
    }

    @Test
    void theLineOfAFailedCellHasReasonAndFindings() throws IOException {
        var file = folder.resolve("cells.jsonl");
        write(
                file,
                cell("a", "b", "t")
                        .failed(new Finding("r", "RFC 9000 §1", "e", "s", Location.ofPacket("sim/x.pcap", 7, 0.5)))
                        .build());

        assertThat(Files.readString(file))
                .contains(
                        "\"outcome\":\"failed\",\"reason\":{\"code\":\"check-failed\",\"text\":\"s; expected e (packet 7, 0.500 s, sim/x.pcap) · RFC 9000 §1\"}")
                .contains("\"evidence\":{\"file\":\"sim/x.pcap\",\"packet\":7,\"time\":0.5}")
                .contains("\"images\":{\"client\":\"sha256:c1\",\"server\":\"sha256:5e\",\"sim\":\"sha256:51\"}")
                .contains("\"exit\":{\"client\":0}")
                .contains(
                        "\"times\":{\"prepare\":0.1,\"start\":0.2,\"run\":0.3,\"copy\":0.4,\"judge\":0.5},\"span\":0.25");
    }

    @Test
    void theLineHoldsTheKnownSourcesOfAnImage() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var all = new Provenance("https://git.example/x", "main", "1a2b", true, "2026-11-24T16:42:50Z");
        var cells = List.of(
                cell("a", "b", "t").builtFrom(ContainerRole.CLIENT, all).build(),
                cell("a", "b", "u")
                        .builtFrom(ContainerRole.SERVER, new Provenance("", "", "3c4d", false, ""))
                        .build(),
                cell("a", "b", "v").build());
        write(file, cells.toArray(CellResult[]::new));

        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        it -> assertThat(it)
                                .contains(
                                        "\"builds\":{\"client\":{\"repository\":\"https://git.example/x\",\"ref\":\"main\","
                                                + "\"commit\":\"1a2b\",\"dirty\":true,\"built\":\"2026-11-24T16:42:50Z\"}}"),
                        it -> assertThat(it).contains("\"builds\":{\"server\":{\"commit\":\"3c4d\",\"dirty\":false}}"),
                        it -> assertThat(it).doesNotContain("builds"));
        assertThat(CellsJsonl.read(file)).isEqualTo(cells);
        assertFitsSchema(file);
    }

    @Test
    void everyOutcomeAndReasonFitsTheSchemaAndIsReadBack() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var cells = new java.util.ArrayList<CellResult>();
        for (var outcome : Outcome.values()) {
            for (var code : ReasonCode.all()) {
                cells.add(cell("a", "b", "t").cameOut(outcome, code, "text").build());
            }
            cells.add(cell("a", "b", "t")
                    .cameOut(outcome, new ReasonCode("of-another-protocol"), "text")
                    .build());
        }
        cells.add(cell("a", "b", "t")
                .measured(new Measured("kbps", List.of(1.5, 2.5), 2, 0.5))
                .build());
        cells.add(cell("a", "b", "t").over("quic").failed().build());
        write(file, cells.toArray(CellResult[]::new));

        assertThat(CellsJsonl.read(file)).isEqualTo(cells);
        assertFitsSchema(file);
    }

    @Test
    void everyContainerEndFitsTheSchemaAndIsReadBack() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var cells = Arrays.stream(ContainerEnd.How.values())
                .map(it -> ended(new ContainerEnd(it, ContainerEnd.exited(137).exitCode(), "why")))
                .toArray(CellResult[]::new);
        write(file, cells);
        write(file, ended(new ContainerEnd(ContainerEnd.How.NOT_STARTED, java.util.OptionalInt.empty(), "")));

        assertThat(CellsJsonl.read(file)).startsWith(cells).hasSize(cells.length + 1);
        assertFitsSchema(file);
    }

    @Test
    void aSeedIsWrittenInHexadecimalAsItIsPrinted() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var cell = cell("a", "b", "t").build();
        write(file, cell);
        var written = "\"seed\":\"0x" + Long.toHexString(cell.seed()) + "\"";
        var text = Files.readString(file);
        assertThat(text).contains(written);

        assertThat(CellsJsonl.read(file)).containsExactly(cell);
        assertRefused(text.replace(written, "\"seed\":\"x\""), ":1: no cell that this version can read: ", "seed 'x'");
    }

    @Test
    void aLineOfAnotherFormatIsRefusedWithBothNumbers() throws IOException {
        var file = folder.resolve("cells.jsonl");
        write(file, cell("a", "b", "t").build());
        var text = Files.readString(file);

        assertRefused(
                text.replace("\"format\":2,", ""),
                ":1: no cell that this version can read: it is in format 1, and this version of Interop Engine reads"
                        + " format 2; run the cells again");
        assertRefused(text.replace("\"format\":2,", "\"format\":3,"), ":1: ", "it is in format 3");
    }

    @Test
    void theRouteIsWrittenAndReadBack() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var cells = Stream.of(Optional.<String>empty(), Optional.of("https://relay.example/moq"))
                .map(url -> new CellRoute(
                        url.isPresent() ? "remote-webtransport" : "webtransport",
                        Optional.of("webtransport"),
                        Optional.of(ProtocolVersion.of("draft-18")),
                        Optional.of("at"),
                        url))
                .map(it -> cell("a", "b", "t").route(it).build())
                .toArray(CellResult[]::new);
        write(file, cells);

        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        it -> assertThat(it)
                                .contains("\"route\":{\"label\":\"webtransport\",\"transport\":\"webtransport\","
                                        + "\"version\":\"draft-18\",\"relation\":\"at\",\"place\":\"docker\"}"),
                        it -> assertThat(it).contains("\"place\":\"remote\"", "\"url\":\"https://relay.example/moq\""));
        assertThat(CellsJsonl.read(file)).containsExactly(cells).doesNotHaveDuplicates();
        assertFitsSchema(file);
    }

    @Test
    void theCompleteLinesOfAnInterruptedRunCanBeRead() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var whole = cell("a", "b", "t").build();
        write(file, whole, cell("ä", "😀", "u").build());
        var bytes = Files.readAllBytes(file);
        var firstEnd = new String(bytes, StandardCharsets.UTF_8).indexOf('\n');

        IntStream.range(firstEnd + 1, bytes.length).forEach(length -> {
            var cut = write(folder.resolve("cut.jsonl"), Arrays.copyOf(bytes, length));
            assertThat(CellsJsonl.read(cut)).containsExactly(whole);
        });
    }

    @Test
    void theErrorNamesTheNumberOfABrokenLine() throws IOException {
        assertRefused("{}\nx\n", ":1: no cell that this version can read: Missing required creator property '");
        assertRefused("\nx\n", ":2: not JSON: Unrecognized token");
        var file = folder.resolve("cells.jsonl");
        write(file, cell("a", "b", "t").build());
        assertRefused(
                Files.readString(file).replace("checks-passed", "Not a label"),
                ":1: no cell that this version can read: ",
                "'Not a label' is no reason's label");
        assertRefused(
                Files.readString(file).replace("\"succeeded\"", "\"from-the-future\""),
                ":1: no cell that this version can read: ",
                "\"from-the-future\"");
    }

    @Test
    void theErrorNamesAMissingFile() {
        assertThatThrownBy(() -> CellsJsonl.read(folder.resolve("gone.jsonl")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("gone.jsonl: cannot be read");
    }

    private void assertRefused(String text, String beginning, String... parts) {
        var file = write(folder.resolve("bad.jsonl"), text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> CellsJsonl.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + beginning)
                .satisfies(it -> List.of(parts).forEach(part -> assertThat(it).hasMessageContaining(part)));
    }

    @Test
    void theLinesOfCellsThatCameOutAsWithAllPeersAreMarkedAndReadAsBefore() throws IOException {
        var file = folder.resolve("cells.jsonl");
        var run = RunBuilder.run("a b", "x y", new SimpleTestCase("E", "ecn"), new SimpleTestCase("H", "handshake"))
                .with(cell("a", "x", "ecn").failed())
                .with(cell("b", "x", "ecn").failed())
                .with(cell("a", "x", "handshake").cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127"))
                .with(cell("b", "x", "handshake").cameOut(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127"))
                .build();
        write(file, run.cells().toArray(CellResult[]::new));
        var before = CellsJsonl.read(file);

        CellsJsonl.mark(file, PeerMark.of(run.cells()));

        var fails = "\"mark\":\"fails against all peers\",\"peers\":2,\"implementation\":\"x\",\"role\":\"server\"}]";
        var refused = fails.replace("fails against all peers", "supported by no peer");
        assertThat(linesWith(file, fails)).containsExactlyInAnyOrder("quic/x_a/ecn", "quic/x_b/ecn");
        assertThat(linesWith(file, refused)).containsExactlyInAnyOrder("quic/x_a/handshake", "quic/x_b/handshake");
        assertThat(linesWith(file, "peerMarks")).hasSize(4);
        assertThat(CellsJsonl.read(file)).isEqualTo(before);
        assertThat(folder).isDirectoryContaining(it -> it.equals(file)).isDirectoryNotContaining("glob:**marked");
        assertFitsSchema(file);
    }

    @Test
    void aFileWithoutMarksIsLeftAsItIs() throws IOException {
        var file = folder.resolve("cells.jsonl");
        write(file, cell("a", "b", "t").build());
        var before = Files.readString(file);

        CellsJsonl.mark(file, List.of());

        assertThat(file).hasContent(before);
    }

    /** The ids of the cells whose lines contain this. */
    private static List<String> linesWith(Path file, String text) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(it -> it.contains(text))
                    .map(it -> it.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1"))
                    .toList();
        }
    }

    private static void assertFitsSchema(Path file) throws IOException {
        var schema = schema();
        var json = new ObjectMapper();
        for (var line : Files.readAllLines(file)) {
            assertThat(schema.validate(json.readTree(line))).as(line).isEmpty();
        }
    }

    private static Schema schema() throws IOException {
        try (var in = CellsJsonl.class.getResourceAsStream("cells.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
    }

    private static CellResult ended(ContainerEnd ending) {
        var it = cell("a", "b", "t").build();
        return new CellResult(
                it.cell(),
                it.verdict(),
                Map.of(ContainerRole.SERVER, ContainerRecord.ended(ending)),
                it.seed(),
                it.scenario(),
                it.times(),
                it.span(),
                it.measurement(),
                it.logs());
    }

    private static void write(Path file, CellResult... results) throws IOException {
        try (var cells = CellsJsonl.open(file)) {
            for (var it : results) {
                cells.append(it);
            }
        }
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
