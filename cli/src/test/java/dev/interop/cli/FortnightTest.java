package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fortnight of an implementer's daily runs in real containers: a peer's image is broken and mended under one name, and
 * chance decides a cell of another peer.
 */
@Tag("container")
@Tag("long")
@Timeout(300)
class FortnightTest {
    /** No ClientHello is lost. */
    private static final String LUCKY = "0x1";

    /** The first ClientHello of {@code hasty} is lost, those of its next attempts are not. */
    private static final String UNLUCKY = "0x52";

    private static final String RETRY = "quic/peer_mine/retry";
    private static final String LOSS = "quic/mine_hasty/transferloss";

    private final String peer =
            "localhost/interop-test-" + UUID.randomUUID().toString().substring(0, 8) + "/peer:1";

    private final StringWriter out = new StringWriter();
    private final List<Path> days = new ArrayList<>();
    private final List<String> builds = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void registry() throws Exception {
        Files.writeString(folder.resolve("implementations.json"), """
                {"version": "2.0", "implementations": {
                  "mine": {"quic": {"roles": ["client", "server"], "image": "localhost/interop/quic-go:local"}},
                  "peer": {"quic": {"roles": ["server"], "image": "%s"}},
                  "hasty": {"quic": {"roles": ["client"], "image": "localhost/interop/faulty:local",
                    "env": {"FAULT": "hasty"}}}}}
                """.formatted(peer));
        peerBecomes("FROM localhost/interop/aioquic:local");
    }

    @AfterEach
    void removeImages() throws Exception {
        docker("", "image", "rm", peer);
        // The first one is another image under a further name, the last one is gone with its name.
        for (var build = 1; build < builds.size() - 1; build++) {
            docker("", "image", "rm", builds.get(build));
        }
    }

    @Test
    void onlyNewsFailsTheBuildAndOnlyWhatChangedRuns() throws Exception {
        today("all is well", LUCKY, ExitCode.OK);
        assertThat(status()).hasSize(6).allSatisfy((id, it) -> assertThat(it).isEqualTo(CellStatus.SUCCEEDED));
        assertThat(ran()).hasSize(6);

        peerBecomes("FROM localhost/interop/faulty:local\nENV FAULT=retry-omitted");
        today("the peer breaks", LUCKY, ExitCode.FAILED);
        assertThat(status()).containsEntry(RETRY, CellStatus.FAILED);
        assertThat(ran()).as("the peer's cells").hasSize(2).allMatch(it -> it.startsWith("quic/peer_"));

        assertThat(update()).contains("Added    known failing  " + RETRY);
        today("it is known", LUCKY, ExitCode.OK);
        assertThat(status()).containsEntry(RETRY, CellStatus.KNOWN);
        assertThat(ran()).as("what failed").containsExactly(RETRY);

        peerBecomes("FROM localhost/interop/aioquic:local\nENV MENDED=yes");
        today("the peer mends it", LUCKY, ExitCode.FAILED);
        assertThat(status()).containsEntry(RETRY, CellStatus.STALE);
        assertThat(out.toString()).contains("expectations.yaml:2", "delete lines 2 to 6");
        assertThat(ran()).as("the peer's cells").hasSize(2);

        assertThat(update()).contains("Removed  ", "expectations.yaml:2");
        assertThat(plan()).contains("nothing would run: 6 would be reused");
        today("the entry is gone", LUCKY, ExitCode.OK);
        assertThat(ran()).as("nothing changed").isEmpty();

        peerBecomes("FROM localhost/interop/aioquic:local\nENV MENDED=again");
        today("no time", LUCKY, ExitCode.OK, "--within", "1s");
        assertThat(status())
                .as("the changed cells, which take longer")
                .containsEntry(RETRY, CellStatus.SKIPPED)
                .containsEntry("quic/peer_mine/transferloss", CellStatus.SKIPPED)
                .containsValue(CellStatus.SUCCEEDED);
        assertThat(reason(RETRY)).startsWith("it takes about ");

        today("bad luck", UNLUCKY, ExitCode.OK, "--clients", "hasty");
        assertThat(status()).containsEntry(LOSS, CellStatus.FLAKY);
        assertThat(reason(LOSS)).startsWith("2 of 3 passed, and 2 of at most 3 have to; seeds: ");
        assertThat(flaky()).as("a pass at the second attempt is remembered").containsPattern("1/2 .* " + LOSS);
    }

    /** The day's run, and its exit code. */
    private void today(String what, String seed, int expected, String... further) {
        days.add(folder.resolve("day-" + (days.size() + 1)));
        var run = Stream.concat(
                Stream.of("run", "--out", day().toString(), "--no-build", "-P", "interop.probe=false"),
                selection(seed));
        var code = interop(Stream.concat(run, Stream.of(further)).toArray(String[]::new));
        assertThat(code).as("%s:%n%s", what, out).isEqualTo(expected);
    }

    /** What the next run would do. */
    private String plan() {
        assertThat(interop(Stream.concat(Stream.of("plan"), selection(LUCKY)).toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
        return out.toString();
    }

    private String flaky() {
        assertThat(interop(
                        "history",
                        "--flaky",
                        "--history",
                        folder.resolve("history").toString()))
                .isEqualTo(ExitCode.OK);
        return out.toString();
    }

    private Stream<String> selection(String seed) {
        return Stream.of(
                "--mine",
                "mine",
                "--tests",
                "retry,transferloss",
                "--reuse",
                "14d",
                "--retries",
                "2",
                "--seed",
                seed,
                "--registry",
                folder.resolve("implementations.json").toString(),
                "--history",
                folder.resolve("history").toString());
    }

    /** Writes the day's news into the file. */
    private String update() {
        var registry = folder.resolve("implementations.json").toString();
        assertThat(interop("expectations", "update", "--in", day().toString(), "--registry", registry))
                .isEqualTo(ExitCode.OK);
        return out.toString();
    }

    private Path day() {
        return days.get(days.size() - 1);
    }

    private Map<String, CellStatus> status() {
        return cells(CellResult::status, it -> true);
    }

    /** The cells that were not taken from an earlier day. */
    private List<String> ran() {
        return List.copyOf(
                cells(CellResult::status, it -> it.reused().isEmpty()).keySet());
    }

    private String reason(String cell) {
        return cells(it -> it.verdict().reason().text(), it -> true).get(cell);
    }

    private <T> Map<String, T> cells(Function<CellResult, T> value, Predicate<CellResult> which) {
        var values = new TreeMap<String, T>();
        CellsJsonl.read(day().resolve("cells.jsonl")).stream()
                .filter(which)
                .forEach(it -> values.put(it.id(), value.apply(it)));
        return values;
    }

    private int interop(String... arguments) {
        out.getBuffer().setLength(0);
        var printed = new PrintWriter(out, true);
        return Main.commandLine().setOut(printed).setErr(printed).execute(arguments);
    }

    /** Another image under the peer's name, as when somebody pushes it. */
    private void peerBecomes(String dockerfile) throws IOException, InterruptedException {
        // The last line is the image's id; others are notes of the client.
        docker(dockerfile + "\n", "build", "--quiet", "--tag", peer, "-")
                .lines()
                .reduce((before, last) -> last)
                .ifPresent(builds::add);
    }

    private static String docker(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
