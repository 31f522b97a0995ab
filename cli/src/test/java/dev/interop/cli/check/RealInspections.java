package dev.interop.cli.check;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.Settings;
import dev.interop.protocol.ContractCase;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.run.DockerBackend;
import dev.interop.run.RunBackend;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import dev.interop.testing.Implementations;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict.Checked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Inspections with real containers, all of a class in one lane. They wait for time limits, so classes run side by side;
 * a lock each keeps their tests apart.
 */
@Tag("container")
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(400)
abstract class RealInspections {
    /** An inspection that overloaded the machine together with the others is repeated alone, once these have ended. */
    private static final ReadWriteLock MACHINE = new ReentrantReadWriteLock();

    private final AtomicInteger inspections = new AtomicInteger();
    private final ContainerBackend engine = Engine.connect();
    private RunBackend backend;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path temporary) {
        folder = temporary;
        var values = Map.of(ExecutionParameters.LANES, "1");
        backend =
                DockerBackend.open(Settings.read(parameter -> Optional.ofNullable(values.get(parameter))), note -> {});
    }

    @AfterAll
    void close() {
        backend.close();
        engine.close();
    }

    /**
     * Inspects an image in these test cases; if none is named, in those of the default set whose network loses nothing,
     * since the others take seconds each and show no more about an inspection.
     */
    List<Checked> inspect(List<Subject> candidates, String... tests) {
        return inspect(candidates, List.of(), tests);
    }

    /** Inspects an image in this test case, and in all that its contract asks beside test cases. */
    List<Checked> inspectWhole(Subject subject, String test) {
        return inspectWhole(List.of(subject), test);
    }

    List<Checked> inspectWhole(List<Subject> candidates, String test) {
        var protocol = candidates.get(0).protocol();
        return inspected(
                candidates,
                List.of(),
                List.of(protocol.testCase(test).orElseThrow()),
                protocol.contractCases(candidates.get(0).role()));
    }

    List<Checked> inspect(List<Subject> candidates, List<Variant> variants, String... tests) {
        var protocol = candidates.get(0).protocol();
        var wanted = tests.length == 0
                ? protocol.testCases().stream()
                        .filter(TestCase::runsByDefault)
                        .filter(it -> it.scenario()
                                .filter(scenario -> !scenario.startsWith("simple-p2p"))
                                .isEmpty())
                        .toList()
                : Stream.of(tests)
                        .map(it -> protocol.testCase(it).orElseThrow())
                        .toList();
        return inspected(candidates, variants, wanted, List.of());
    }

    private List<Checked> inspected(
            List<Subject> candidates, List<Variant> variants, List<TestCase> wanted, List<ContractCase> further) {
        var lines = inspected(MACHINE.readLock(), candidates, variants, wanted, further);
        return lines.stream().anyMatch(RealInspections::isOverloaded)
                ? inspected(MACHINE.writeLock(), candidates, variants, wanted, further)
                : lines;
    }

    private List<Checked> inspected(
            Lock lock,
            List<Subject> candidates,
            List<Variant> variants,
            List<TestCase> wanted,
            List<ContractCase> further) {
        var lines = new ArrayList<Checked>();
        lock.lock();
        try {
            new Inspection(backend, Platforms.of(engine), folder.resolve("inspection-" + inspections.incrementAndGet()))
                    .of(candidates, variants, wanted, further, lines::add);
        } finally {
            lock.unlock();
        }
        return lines;
    }

    private static boolean isOverloaded(Checked line) {
        return line.result() instanceof CheckResult.Undecided undecided
                && undecided.reason().code().equals(ReasonCode.OVERLOADED);
    }

    ContainerBackend engine() {
        return engine;
    }

    static boolean isNotMet(Checked line) {
        return line.result() instanceof CheckResult.Failed;
    }

    static CheckResult answer(List<Checked> lines, Requirement requirement) {
        return answer(lines, requirement.rule());
    }

    /** The result of a requirement that has a test case of its own. */
    static CheckResult ofContract(List<Checked> lines, String section) {
        return lines.stream()
                .filter(it -> it.section().equals(section))
                .findFirst()
                .orElseThrow()
                .result();
    }

    /** The result of a further test case. */
    static CheckResult further(List<Checked> lines, String test) {
        return answer(lines, "test case " + test);
    }

    private static CheckResult answer(List<Checked> lines, String text) {
        return lines.stream()
                .filter(it -> it.rule().equals(text))
                .findFirst()
                .orElseThrow()
                .result();
    }

    /** The finding of a result, which must be not met. */
    static Finding lack(List<Checked> lines, Requirement requirement) {
        var answer = answer(lines, requirement);
        return CheckAnswers.finding(answer);
    }

    /** The observation for a requirement that is not met. */
    static String seen(List<Checked> lines, Requirement requirement) {
        return lack(lines, requirement).seen();
    }

    /** The finding for a requirement that is not met. */
    static List<String> notMet(List<Checked> lines) {
        return lines.stream()
                .filter(RealInspections::isNotMet)
                .map(Checked::rule)
                .toList();
    }

    /** An image of this project as an implementation in both roles. */
    static Implementation implementation(String protocol, String name, Map<String, String> env) {
        var endpoint = Endpoint.ofImage("localhost/interop/" + name + ":local");
        return Implementations.of(protocol, name, Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint))
                .withEnv(env);
    }
}
