package dev.interop.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interop.history.HistoryStore;
import dev.interop.plan.Axes;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.quic.QuicProtocol;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.report.CellsJsonl;
import dev.interop.report.Colour;
import dev.interop.report.MarkdownMatrix;
import dev.interop.report.PeerMark;
import dev.interop.report.ResultJson;
import dev.interop.report.SummaryJson;
import dev.interop.report.TerminalMatrix;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import dev.interop.run.CellJudge;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.testing.Implementations;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Takes made-up cells from the plan to the reports, in a JVM of its own, and prints for each part its seconds and the heap
 * that it holds. The test bed is a fake; a third of the cells fail, each in one line of expectations for ten pairs or in
 * none. The run comes first, with all that it does for cells that end; then each writer and reader alone.
 */
public final class GrowthBenchmark {
    private static final Finding FINDING =
            new Finding("the server answers", "RFC 9000 §1", "an answer", "none", Location.none());

    private final Path folder;
    private final int clients;
    private final int servers;
    private final List<TestCase> tests;
    private final HeapWatch heap = new HeapWatch();
    private final StringBuilder row = new StringBuilder();

    private GrowthBenchmark(Path folder, int clients, int servers, List<TestCase> tests) {
        this.folder = folder;
        this.clients = clients;
        this.servers = servers;
        this.tests = tests;
    }

    /** @param arguments an empty folder, and the numbers of clients, servers and test cases */
    public static void main(String[] arguments) throws Exception {
        var installed = Protocols.installed().named("quic").testCases().stream()
                .filter(it -> it.measure().isEmpty())
                .limit(Integer.parseInt(arguments[3]))
                .toList();
        new GrowthBenchmark(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        installed)
                .measure();
    }

    private void measure() throws Exception {
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new InteropTestEngine(
                        (settings, notes) -> new FakeBackend(FakeTestbed.allEndWith(2, 0), judge())))
                .build());
        var request = request();
        TestPlan plan = part("plan", () -> launcher.discover(request));
        part("run", () -> {
            launcher.execute(plan);
            return plan;
        });
        var run = part("cells.jsonl", this::read);
        part("result.json", () -> written(it -> new ResultJson().write(it, run, "logs")));
        part("summary.json", () -> written(it -> new SummaryJson().write(it, run)));
        part("matrix.md", () -> written(it -> new MarkdownMatrix().write(it, run, cell -> "again")));
        part(
                "terminal",
                () -> new TerminalMatrix(Colour.NEVER, 120, StandardCharsets.UTF_8).text(run, cell -> "again"));
        part("marks", () -> {
            CellsJsonl.mark(out().resolve("cells.jsonl"), PeerMark.of(run.cells()));
            return run;
        });
        part("history", () -> HistoryStore.in(folder.resolve("history")).read());
        System.out.println("cells=" + run.cells().size() + row);
    }

    private <T> T part(String name, Callable<T> work) throws Exception {
        heap.reset();
        var begin = System.nanoTime();
        var made = work.call();
        var seconds = (System.nanoTime() - begin) / 1e9;
        row.append(" %s=%.2f/%d".formatted(name, seconds, heap.mebibytes()));
        return made;
    }

    /** Writes one file. */
    @FunctionalInterface
    private interface Writer {
        void write(Path file) throws IOException;
    }

    private Path written(Writer writer) throws IOException {
        var file = folder.resolve("written");
        writer.write(file);
        return file;
    }

    private Path out() {
        return folder.resolve("out");
    }

    private LauncherDiscoveryRequest request() throws IOException {
        var registry = DiscoveryBenchmark.registry(folder, Math.max(clients, servers));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(DiscoveryBenchmark.Matrix.class))
                .configurationParameters(Map.of(
                        "interop.registry", registry.toString(),
                        "interop.clients", names(clients).collect(Collectors.joining(",")),
                        "interop.servers", names(servers).collect(Collectors.joining(",")),
                        "interop.tests", tests.stream().map(TestCase::name).collect(Collectors.joining(",")),
                        "interop.expectations", expectations().toString(),
                        "interop.history", folder.resolve("history").toString(),
                        "interop.cache", folder.resolve("cache").toString(),
                        "interop.out", out().toString(),
                        "interop.probe", "false"))
                .build();
    }

    private static Stream<String> names(int count) {
        return IntStream.range(0, count).mapToObj(it -> "i" + it);
    }

    /** An entry for every tenth pair. */
    private Path expectations() throws IOException {
        var entries = IntStream.range(0, clients * servers)
                .filter(it -> it % 10 == 0)
                .mapToObj(it -> "  - {client: i%d, server: i%d, test: %s, reason: known}\n"
                        .formatted(it % clients, it / clients, tests.get(1).name()))
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("expectations.yaml"), "known-failing:\n" + entries);
    }

    private CellJudge judge() {
        var failed = new Verdict(
                Outcome.FAILED,
                new Reason(ReasonCode.CHECK_FAILED, "the server answers: expected an answer, seen none"),
                List.of(FINDING),
                List.of());
        var passed = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");
        var failing = IntStream.range(0, tests.size())
                .filter(it -> it % 3 == 1)
                .mapToObj(it -> tests.get(it).name())
                .collect(Collectors.toSet());
        return (recording, test) ->
                new Judgement(failing.contains(test.name()) ? failed : passed, OptionalDouble.empty());
    }

    private RunResult read() {
        var cells = CellsJsonl.read(out().resolve("cells.jsonl")).stream()
                .sorted(Comparator.comparing(CellResult::id))
                .toList();
        var axes = new Axes(new QuicProtocol(), implementations(clients), implementations(servers), tests);
        return new RunResult(axes, cells, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), 7, Optional.empty());
    }

    private static List<Implementation> implementations(int count) {
        return names(count)
                .map(it -> Implementations.of(
                        "quic", it, Map.of(Role.CLIENT, Endpoint.ofImage(it), Role.SERVER, Endpoint.ofImage(it))))
                .toList();
    }
}
