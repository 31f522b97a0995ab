package dev.interop.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.plan.Cell;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Planner;
import dev.interop.plan.Selection;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RouteFilter;
import dev.interop.registry.RegistryReader;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front page of a registry whose relay is an image and two remote endpoints, all of one transport. */
class SiteRoutesTest {
    private static final String REGISTRY = """
            {"version": "1.1", "current_target": "draft-18", "implementations": {
              "one": {"name": "one", "draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "client"}},
                "relay": {"docker": {"image": "relay", "url": "https://relay:4443"}, "remote": [
                  {"url": "https://a.example/moq", "transport": "webtransport", "status": "active"},
                  {"url": "https://b.example/moq", "transport": "webtransport", "status": "active"}]}}}}}
            """;

    @TempDir
    Path folder;

    private JsonNode page;

    @BeforeEach
    void aStoredRun() throws IOException {
        var registry = Files.writeString(folder.resolve("implementations.json"), REGISTRY);
        var all = NameFilter.parse("--clients", "");
        var tests = NameFilter.parse("--tests", "setup-only");
        var plan = new Planner()
                .plan(
                        new RegistryReader(Protocols.installed().registrySections()).read(List.of(registry)),
                        new MoqtProtocol(),
                        new Selection(all, all, tests, RouteFilter.all()),
                        1);
        try (var cells = CellsJsonl.open(folder.resolve("cells.jsonl"))) {
            for (var cell : plan.cells()) {
                cells.append(result(cell));
            }
        }
        var run = MergedRun.of(List.of(StoredRun.read(folder)));
        page = new SiteModel(run, List.of(), Protocols.installed()).tree().at("/protocols/0");
    }

    private static CellResult result(Cell cell) {
        return new CellResult(
                cell.identity(),
                cell.route().remote().isPresent()
                        ? Verdict.of(Outcome.FAILED, ReasonCode.TIME_LIMIT, "the client still ran")
                        : Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"),
                Map.of(),
                1,
                "",
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void eachRouteOfTheSameTransportIsACellOfThePage() {
        assertThat(page.path("cells"))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.path("transport").asText()).isEqualTo("webtransport"))
                .allSatisfy(it -> assertThat(it.path("relation").asText()).isEqualTo("at"));
        assertThat(page.path("cells"))
                .extracting(it ->
                        it.path("route").asText() + " " + it.path("remote").asText("image"))
                .containsExactlyInAnyOrder(
                        "webtransport image",
                        "remote-webtransport https://a.example/moq",
                        "remote-webtransport-2 https://b.example/moq");
        assertThat(page.path("cells"))
                .extracting(it -> it.path("page").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("browser")
    void thePageShowsEachOfThem() throws Exception {
        BrowserTest.need(BrowserTest.hasNode(), "Node.js 20 or later is not here");
        var data = Files.writeString(folder.resolve("page.json"), new ObjectMapper().writeValueAsString(page));
        var script = """
                import { readFileSync } from "node:fs";
                import { fields, slots } from "%s";
                const page = JSON.parse(readFileSync("%s", "utf8"));
                const places = slots(page);
                const shown = fields(page, places)(0, 0).map((i, at) => places[at].letter + page.cells[i].o);
                console.log(shown.join(" "));
                """.formatted(Path.of("..", "report", "page", "model.js").toUri(), data.toAbsolutePath());
        var process = new ProcessBuilder("node", "--input-type=module", "-e", script)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("SrwF Srw2F SwS\n");
    }
}
