package dev.interop.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Parameter;
import dev.interop.config.Settings;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.run.DockerBackend;
import dev.interop.run.RunBackend;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import dev.interop.testing.Implementations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Inspections of images that run, all over one lane. */
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class RealInspections {
    private final AtomicInteger inspections = new AtomicInteger();
    private final ContainerBackend engine = Engine.connect();
    private RunBackend backend;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path temporary) {
        folder = temporary;
        var values = Map.of(Parameter.LANES, "1");
        backend =
                DockerBackend.open(Settings.read(parameter -> Optional.ofNullable(values.get(parameter))), note -> {});
    }

    @AfterAll
    void close() {
        backend.close();
        engine.close();
    }

    /** Of these test cases; of all of the protocol where none is named. */
    List<Inspection.Line> inspect(List<Subject> candidates, String... tests) {
        return inspect(candidates, List.of(), tests);
    }

    List<Inspection.Line> inspect(List<Subject> candidates, List<Variant> ways, String... tests) {
        var protocol = candidates.get(0).protocol();
        var wanted = tests.length == 0
                ? protocol.testCases()
                : Stream.of(tests)
                        .map(it -> protocol.testCase(it).orElseThrow())
                        .toList();
        var lines = new ArrayList<Inspection.Line>();
        new Inspection(backend, Platforms.of(engine), folder.resolve("inspection-" + inspections.incrementAndGet()))
                .of(candidates, ways, wanted, lines::add);
        return lines;
    }

    ContainerBackend engine() {
        return engine;
    }

    static boolean isNotMet(Inspection.Line line) {
        return line.answer() instanceof RequirementResult.NotMet;
    }

    static RequirementResult answer(List<Inspection.Line> lines, Requirement requirement) {
        return answer(lines, requirement.text());
    }

    /** What came of a further test case. */
    static RequirementResult further(List<Inspection.Line> lines, String test) {
        return answer(lines, "test case " + test);
    }

    private static RequirementResult answer(List<Inspection.Line> lines, String text) {
        return lines.stream()
                .filter(it -> it.text().equals(text))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    /** The answer, which must be that it is not met. */
    static RequirementResult.NotMet lack(List<Inspection.Line> lines, Requirement requirement) {
        var answer = answer(lines, requirement);
        assertThat(answer).isInstanceOf(RequirementResult.NotMet.class);
        return (RequirementResult.NotMet) answer;
    }

    /** What was seen of a requirement that is not met. */
    static String seen(List<Inspection.Line> lines, Requirement requirement) {
        return lack(lines, requirement).seen();
    }

    /** What an image lacks. */
    static List<String> notMet(List<Inspection.Line> lines) {
        return lines.stream()
                .filter(RealInspections::isNotMet)
                .map(Inspection.Line::text)
                .toList();
    }

    /** An image of this project as if a registry listed it, in both roles. */
    static Implementation implementation(String protocol, String name, Map<String, String> env) {
        var endpoint = Endpoint.ofImage("localhost/interop/" + name + ":local");
        return Implementations.of(protocol, name, Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint))
                .withEnv(env);
    }
}
