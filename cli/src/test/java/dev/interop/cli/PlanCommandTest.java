package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String REGISTRY = """
            {
              "version": "1.1",
              "current_target": "draft-18",
              "implementations": {
                "old": {
                  "name": "Old",
                  "draft_versions": ["draft-14"],
                  "roles": { "client": { "docker": { "image": "example/old:1" } } }
                },
                "new": {
                  "name": "New",
                  "draft_versions": ["draft-16", "draft-18"],
                  "roles": {
                    "client": { "docker": { "image": "example/new:1" } },
                    "relay": {
                      "docker": { "image": "example/new:1", "url": "moqt://relay:4443" },
                      "remote": [{ "url": "https://new.example", "transport": "webtransport", "status": "active" }]
                    }
                  }
                },
                "none": {
                  "name": "None",
                  "draft_versions": ["draft-13"],
                  "roles": { "relay": {} }
                }
              }
            }
            """;

    private static final String OLD = """
            {
              "version": "2.0",
              "implementations": {
                "c": { "moqt": { "draft_versions": ["draft-07", "draft-18"], "image": "x/c:1", "roles": ["client"] } },
                "r": {
                  "moqt": {
                    "draft_versions": ["draft-07"], "image": "x/r:1", "roles": ["relay"],
                    "drafts": { "draft-07": { "image": "x/r:07" } }
                  }
                }
              }
            }
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String command, String... options) throws IOException {
        return planOf(REGISTRY, command, options);
    }

    private int planOf(String text, String command, String... options) throws IOException {
        var registry = Files.writeString(folder.resolve("implementations.json"), text);
        var all = new ArrayList<>(List.of(command, "--protocol", "moqt", "--registry", registry.toString()));
        all.addAll(List.of(options));
        return command(all.toArray(String[]::new));
    }

    private int command(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void eachPairIsShownWithItsVersionOrTheReasonWhyItIsNotRun() throws IOException {
        assertThat(execute("plan")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().map(it -> it.replaceAll(" +", " ")))
                .contains(
                        "new new quic draft-18 at 6 example/new:1",
                        "new new remote-webtransport draft-18 at 6 https://new.example",
                        "not run old → new quic no common version: old speaks draft-14, new speaks draft-18, draft-16",
                        "2 pairs of 12 cells to run, 4 not run");
    }

    @Test
    void aDraftBelowTenIsRecognisedWithOneOrTwoDigits() throws IOException {
        for (var asked : List.of("draft-07", "draft-7")) {
            out.getBuffer().setLength(0);
            assertThat(planOf(OLD, "plan", "--draft", asked, "--target", asked)).isEqualTo(ExitCode.OK);

            assertThat(out.toString().lines().map(it -> it.replaceAll(" +", " ")))
                    .contains("c r quic draft-07 at 6 x/r:07", "2 pairs of 12 cells to run, 0 not run");
        }
    }

    @Test
    void aFileOfTheQuicRunnersFormatBelongsToTheProtocolOfTheRun() throws IOException {
        var registry = Files.writeString(folder.resolve("mine.json"), """
                {"one": {"image": "x/one:1", "url": "https://one.example", "role": "both"}}""");

        for (var command : List.of("plan", "list")) {
            out.getBuffer().setLength(0);
            assertThat(command(command, "--protocol", "webtransport", "--registry", registry.toString()))
                    .isEqualTo(ExitCode.OK);

            assertThat(out.toString()).contains("x/one:1");
        }
    }

    @Test
    void noTextOfARegistryReachesTheTerminalUnescaped() throws IOException {
        var hostile = OLD.replace("\"c\": { ", "\"c\": { \"version\": \"1\\u001b[2J\\uffff\", ");
        for (var text : List.of(hostile, OLD.replace("x/c:1", "x/\\u009bc:1"))) {
            planOf(text, "list");
            planOf(text, "plan", "--target", "draft-07");
        }

        assertThat(out.toString()).contains("1\\u001b[2J\\uffff");
        assertThat(err.toString()).contains("x/\\u009bc:1");
        assertThat(out + "" + err).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\uffff]");
    }

    @Test
    void ifTheRegistrySelectsNothingTheErrorNamesTheOptions() throws IOException {
        assertThat(planOf(OLD.replace("\"r\": {", "\"r\": { \"selected\": false,"), "plan"))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines())
                .containsExactly("interop: the registry selects no server; name one with --servers, or all with 'all';"
                        + " known: r");
    }

    @Test
    void filtersLeaveOutRoutes() throws IOException {
        assertThat(execute("plan", "--place", "docker", "--clients", "new", "--target", "draft-20"))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().map(it -> it.replaceAll(" +", " ")))
                .contains("new new quic draft-18 behind 6 example/new:1", "1 pair of 6 cells to run, 2 not run");
    }

    @Test
    void aRouteIsSelectedByItsLabel() throws IOException {
        assertThat(execute("plan", "--route", "remote-webtransport")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().map(it -> it.replaceAll(" +", " ")))
                .contains(
                        "new new remote-webtransport draft-18 at 6 https://new.example",
                        "not run old → new quic left out by a filter: route 'quic'",
                        "not run new → new quic (draft-18, at) left out by a filter: route 'quic'",
                        "1 pair of 6 cells to run, 5 not run");
    }

    @Test
    void aPlanWithoutCellsListsEachReason() throws IOException {
        assertThat(execute("plan", "--only", "ahead")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().map(it -> it.replaceAll(" +", " ")))
                .containsExactly(
                        "not run old → new quic no common version: old speaks draft-14, new speaks draft-18, draft-16",
                        "not run old → new remote-webtransport no common version: old speaks draft-14, new speaks draft-18, draft-16",
                        "not run new → new quic (draft-18, at) left out by a filter: draft-18 is at the target",
                        "not run new → new remote-webtransport (draft-18, at) left out by a filter: draft-18 is at the target",
                        "not run old → none nowhere the registry names no image and no remote endpoint of none",
                        "not run new → none nowhere the registry names no image and no remote endpoint of none",
                        "",
                        "0 pairs of 0 cells to run, 6 not run");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aRunWithoutCellsIsRefusedWithTheReason() throws IOException {
        assertThat(execute("run", "--clients", "new", "--servers", "none")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines())
                .singleElement()
                .isEqualTo(
                        "interop: nothing is left to run: the registry names no image and no remote endpoint of none."
                                + " All reasons: ./interop plan with the same options");
        assertThat(out.toString()).isEmpty();
    }
}
