package dev.interop.report.allure;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.protocol.PublishedFile;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.report.FailureCard;
import dev.interop.report.Repetition;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.testing.CellBuilder;
import dev.interop.testing.StoredRecordings;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.trace.Side;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.ClaimedCase;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllureResultsTest {
    private static final String HOSTILE = "<script>alert(1)</script> | [x](javascript:y)\n\u001b[31m";

    private static final Instant RUN_BEGAN = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    Path folder;

    private List<PublishedFile> files = List.of();

    @Test
    void aMeasurementsPageHasAllItsValues() throws IOException {
        var result = written(cell("quic-go", "kwik", "goodput").measured(Measured.of("kbps", List.of(9400.0, 9430.0))));

        assertThat(result.path("description").asText())
                .contains("Measured: **9415 (± 21) kbps**; each repetition: 9400, 9430");
    }

    @Test
    void theMessageOfAFailedCellHasRuleExpectedSeenLocationFirstOccurrenceAndReplay() throws IOException {
        var result = written(cell("quic-go", "kwik", "retry")
                .failed(new Finding(
                        "The rule", "RFC 9000 §8.1.2", "this", "that", Location.ofLine("client/stderr.log", 7))));
        assertThat(result.path("status").asText()).isEqualTo("failed");
        assertThat(result.path("statusDetails").path("message").asText())
                .startsWith("The rule · RFC 9000 §8.1.2\n")
                .contains("expected  this\n", "seen      that\n", "where     client/stderr.log:7\n")
                .contains("since     new in this run\n", "replay    ./interop replay quic/kwik_quic-go/retry\n");
        assertThat(result.path("links").findValuesAsText("url"))
                .contains("https://www.rfc-editor.org/rfc/rfc9000.html#section-8.1.2");
    }

    @Test
    void theFindingThatGaveTheReasonIsTheFirstStepAndItsConsequencesAreFolded() throws IOException {
        var client = new Finding("The client ends with 0", "", "exit code 0", "exit code 1", Location.none());
        var file = new Finding("Each file is complete", "", "1 file", "none", Location.ofFile("client"));
        var verdict = new Verdict(
                Outcome.FAILED,
                new Reason(ReasonCode.CLIENT_FAILED, "exit code 1"),
                List.of(client, file),
                List.of(
                        new Verdict.Checked("A check", "", new CheckResult.Passed()),
                        new Verdict.Checked(file.rule(), "", new CheckResult.Failed(List.of(file)))));
        var steps = written(cell("a", "b", "t").verdict(verdict)).path("steps");

        assertThat(steps.findValuesAsText("name"))
                .containsSubsequence(client.rule(), "also, probably as a consequence: 1 more", file.rule(), "A check");
        assertThat(steps.path(0).path("status").asText()).isEqualTo("failed");
        assertThat(steps.path(0).path("parameters").findValuesAsText("name")).containsExactly("expected", "seen");
        assertThat(steps.path(1).path("status").asText()).as("not opened").isEqualTo("skipped");
        assertThat(steps.path(1).path("steps").path(0).path("name").asText()).isEqualTo(file.rule());
        assertThat(steps).hasSize(3);
    }

    @Test
    void aCellWithoutARecordingAndItsStepsHaveTheTimeOfTheirRun() throws IOException {
        var result = written(cell("a", "b", "t").failed(new Finding("r", "", "e", "s", Location.none())));
        var steps = result.path("steps");

        assertThat(result.path("start").asLong()).isGreaterThanOrEqualTo(RUN_BEGAN.toEpochMilli());
        assertThat(result.path("stop").isNumber()).isTrue();
        assertThat(steps).isNotEmpty().allSatisfy(it -> {
            assertThat(it.path("start")).isEqualTo(result.path("start"));
            assertThat(it.path("stop")).isEqualTo(result.path("start"));
        });
    }

    @Test
    void aCellThatPassedOnlyWhenItWasRunAgainIsFlaky() throws IOException {
        var details = written(cell("a", "b", "t")).path("statusDetails");
        assertThat(details.path("flaky").asBoolean()).isTrue();
        assertThat(details.path("message").asText()).isEqualTo("flaky: error, then succeeded");
    }

    @Test
    void thePacketsJustBeforeAndAfterAreShown() throws IOException {
        var run = folder.resolve("run");
        var cell = cell("a", "b", "retry")
                .failed(new Finding("r", "", "e", "s", Location.ofPacket("sim/trace_node_left.pcap", 17, 1.272)))
                .build();
        copy(StoredRecordings.recording("retry").folder(), run.resolve(cell.logs()));
        assertThat(written(cell, run).path("statusDetails").path("message").asText())
                .containsPattern("  +16 .* s  (client|server) +\\d+ bytes  \\w+")
                .containsPattern("▶ +17 ")
                .containsPattern("  +18 ");
    }

    @Test
    void thePacketsOfALaterFindingAreShownIfTheFirstNamesNoPacket() throws IOException {
        var run = folder.resolve("run");
        var cell = cell("a", "b", "retry")
                .failed(
                        new Finding("r", "", "e", "the client ended with exit code 1", Location.none()),
                        new Finding(
                                "r2", "", "e", "no token", Location.ofPacket("sim/trace_node_left.pcap", 17, 1.272)))
                .build();
        copy(StoredRecordings.recording("retry").folder(), run.resolve(cell.logs()));
        assertThat(written(cell, run).path("statusDetails").path("message").asText())
                .containsSubsequence(
                        "seen      the client ended with exit code 1\n",
                        "also seen: no token\npackets before and after, in sim/trace_node_left.pcap\n",
                        "▶    17 ");
    }

    @Test
    void theLastPacketsAreShownIfNoFindingNamesOne() throws IOException {
        var cell = cell("a", "b", "t")
                .failed(new Finding("r", "", "e", "the client ended with exit code 1", Location.none()))
                .build();
        var last = new NearbyDatagram(
                9, 1.5, Side.CLIENT, 90, List.of("Handshake", "simulator: packet 3 to the server was dropped"));

        assertThat(written(cell.with(cell.verdict().with(List.of(last))), folder.resolve("run"))
                        .path("statusDetails")
                        .path("message")
                        .asText())
                .containsSubsequence(
                        "\nthe last packets on the client's side\n",
                        "     9     1.500 s  client     90 bytes  Handshake, simulator: packet 3 to the server was dropped");
    }

    @Test
    void theSourcesOfAnImageAreAParameter() throws IOException {
        var from = new Provenance("https://git.example/x", "main", "1a2b", true, "");
        var parameters = written(cell("a", "b", "t").builtFrom(ContainerRole.CLIENT, from))
                .path("parameters");
        assertThat(parameters.findValuesAsText("name")).contains("client built from");
        assertThat(parameters.findValuesAsText("value"))
                .contains("https://git.example/x, main, commit 1a2b, with changes");
    }

    @Test
    void theReleaseThatAnEndpointWroteDownIsAParameter() throws IOException {
        var parameters = written(cell("a", "b", "t").release(ContainerRole.CLIENT, "Chromium 156.0"))
                .path("parameters");
        assertThat(parameters.findValuesAsText("name")).contains("client release");
        assertThat(parameters.findValuesAsText("value")).contains("Chromium 156.0");
    }

    @Test
    void eachClaimedPassOfSeveralHasAParameterWithItsProof() throws IOException {
        var parts = List.of(
                new ClaimedCase("setup-only", Proof.PROVEN, "3 checks passed"),
                new ClaimedCase("fetch\u001b", Proof.CLAIMED, "no check for fetch"));
        var parameters =
                written(cell("a", "b", "all").claimed(Proof.CLAIMED, parts)).path("parameters");

        assertThat(parameters.findValuesAsText("name")).contains("setup-only", "fetch\\u001b");
        assertThat(parameters.findValuesAsText("value"))
                .contains("proven: 3 checks passed", "claimed: no check for fetch");
    }

    @Test
    void aPassThatIsOnlyClaimedIsDescribedAsSuch() throws IOException {
        var result = written(cell("a", "b", "t").claimed(Proof.CLAIMED));
        assertThat(result.path("status").asText()).isEqualTo("passed");
        assertThat(result.path("description").asText()).contains("Claimed by the client, not proven on the wire");
        assertThat(result.path("parameters").findValuesAsText("name")).contains("claimed pass");
        assertThat(written(cell("a", "b", "t").claimed(Proof.PROVEN))
                        .path("description")
                        .asText())
                .doesNotContain("Claimed");
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED,passed",
        "FAILED,failed",
        "UNSUPPORTED,skipped",
        "UNDECIDED,unknown",
        "SKIPPED,skipped",
        "ERROR,broken"
    })
    void everyOutcomeHasItsStatus(Outcome outcome, String status) throws IOException {
        assertThat(written(cell("a", "b", "t").cameOut(outcome, ReasonCode.HARNESS, "why"))
                        .path("status")
                        .asText())
                .isEqualTo(status);
    }

    @Test
    void clientServerAndRouteDistinguishCellsAndImageDigestsDoNot() throws IOException {
        var result = written(cell("a", "b", "t").over("webtransport"));
        assertThat(result.path("testCaseId").asText()).isEqualTo("quic/t");
        var counted = StreamSupport.stream(result.path("parameters").spliterator(), false)
                .filter(it -> !it.path("excluded").asBoolean())
                .map(it -> it.path("name").asText());
        assertThat(counted).containsExactly("client", "server", "route");
        assertThat(result.path("parameters").findValuesAsText("value")).contains("sha256:c1");
    }

    @Test
    void hostileTextIsOneLineAndEscapedInMarkdown() throws IOException {
        var result = written(
                cell("a", "b", "t").failed(new Finding(HOSTILE, HOSTILE, HOSTILE, HOSTILE, Location.ofFile(HOSTILE))));
        assertThat(result.path("description").asText()).doesNotContain("<script>");
        assertThat(result.has("descriptionHtml")).isFalse();
        assertThat(result.path("statusDetails").path("message").asText()).doesNotContain("\u001b", "\r");
        assertThat(result.path("links").findValuesAsText("url")).noneMatch(it -> it.startsWith("javascript"));
    }

    @Test
    void cellsCanBeWrittenAtTheSameTime() throws IOException {
        var results = AllureResults.open(folder, AttachmentLimits.OF_A_RUN);
        IntStream.range(0, 200).parallel().forEach(it -> {
            try {
                results.write(page(cell("c" + it, "s", "t").build(), folder));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try (var files = Files.list(folder)) {
            assertThat(files.filter(it -> it.toString().endsWith("-result.json")))
                    .hasSize(200);
        }
    }

    @Test
    void aLongLogIsCutToItsBeginningAndEndWithinTheLimit() throws IOException {
        var run = folder.resolve("run");
        var cell = cell("a", "b", "t").build();
        var logs = Files.createDirectories(run.resolve(cell.logs()));
        Files.writeString(logs.resolve("output.txt"), "first\n" + "x".repeat(100_000) + "\nlast\n");
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(logs.resolve("big.pcap"), noise);
        AllureResults.open(folder, new AttachmentLimits(5_000, 5_000)).write(page(cell, run));
        var result = read();
        assertThat(result.path("attachments").findValuesAsText("name")).containsExactly("output.txt");
        var shown = Files.readString(
                folder.resolve(result.path("attachments").get(0).path("source").asText()));
        assertThat(shown)
                .startsWith("first")
                .endsWith("last\n")
                .contains("bytes left out")
                .hasSizeLessThanOrEqualTo(5_000);
        assertThat(result.path("description").asText()).contains("1 more files are in the run's folder");
    }

    @Test
    void aProtocolsPublishedFilesHaveItsTitleAndAreShownIfTheyAreText() throws IOException {
        files = List.of(
                new PublishedFile("client/stdout.log", "text/plain", "notes"),
                new PublishedFile("client/states/**.state", "text/plain", ""),
                new PublishedFile("client/states/**", "application/octet-stream", ""));
        var run = folder.resolve("run");
        var cell = cell("a", "b", "t").build();
        var client = Files.createDirectories(run.resolve(cell.logs()).resolve("client/states"));
        Files.writeString(client.resolve("one.state"), "idle");
        Files.writeString(client.resolve("two.dump"), "x");
        Files.writeString(client.resolveSibling("stdout.log"), "connected");

        var attachments = written(cell, run).path("attachments");

        assertThat(attachments.findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "client/stdout.log (notes)", "client/states/one.state", "client/states/two.dump.gz");
        assertThat(attachments.findValuesAsText("type"))
                .containsExactlyInAnyOrder("text/plain", "text/plain", "application/gzip");
    }

    @Test
    void aLinkThatAnEndpointCreatedIsNotFollowed() throws IOException {
        var run = folder.resolve("run");
        var cell = cell("a", "b", "t").build();
        var logs = Files.createDirectories(run.resolve(cell.logs()));
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(logs.resolve("stolen.txt"), secret);
        assertThat(written(cell, run).path("attachments")).isEmpty();
    }

    @Test
    void failedCellsGetMostOfTheSpace() {
        var limits = AttachmentLimits.sharing(32 << 20, 5_800, 500);
        assertThat(limits.green() * 5_800 + limits.other() * 500).isLessThanOrEqualTo(32 << 20);
        assertThat(limits.other()).isGreaterThan(limits.green() * 20);
    }

    private JsonNode written(CellBuilder cell) throws IOException {
        return written(cell.build(), folder.resolve("nowhere"));
    }

    private JsonNode written(CellResult cell, Path run) throws IOException {
        AllureResults.open(folder, AttachmentLimits.OF_A_RUN).write(page(cell, run));
        return read();
    }

    private JsonNode read() throws IOException {
        try (var files = Files.list(folder)) {
            var file =
                    files.filter(it -> it.toString().endsWith("-result.json")).findFirst();
            return new ObjectMapper().readTree(file.orElseThrow().toFile());
        }
    }

    private AllureCell page(CellResult cell, Path run) {
        return new AllureCell(
                cell,
                run,
                RUN_BEGAN,
                "QUIC",
                files,
                Optional.empty(),
                FailureCard.of(cell, List.of(), Repetition.byCommand("./interop")),
                Map.of("a", "javascript:alert(1)"),
                new CellContext(Optional.of("new in this run"), List.of(Outcome.ERROR), Optional.empty(), Map.of()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
