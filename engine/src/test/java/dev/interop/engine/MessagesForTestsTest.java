package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A project that runs a matrix as a test has neither a checkout nor the command line. */
class MessagesForTestsTest {
    private static final String COMMAND = "./interop";

    @TempDir
    Path temp;

    @InteropTest(clients = "beta", servers = "alpha", tests = "handshake")
    static class Sample {}

    @InteropTest(clients = "bta")
    static class Misspelt {}

    @BeforeEach
    void writeRegistry() throws IOException {
        Files.writeString(temp.resolve("implementations_quic.json"), """
                {"alpha": {"image": "a", "url": "https://a.example", "role": "both"},
                 "beta": {"image": "b", "url": "https://b.example", "role": "both"}}
                """);
    }

    @Test
    void aFailedCellNamesTheParametersThatRepeatItAndTheFolderOfItsLogs() {
        var logs = temp.resolve("out/quic/logs/alpha_beta/handshake").toAbsolutePath();

        assertThat(messages(Sample.class, Outcome.FAILED))
                .singleElement()
                .asString()
                .contains("-Dinterop.clients=beta -Dinterop.servers=alpha -Dinterop.tests=handshake -Dinterop.seed=0x5")
                .contains("logs    " + logs)
                .doesNotContain(COMMAND);
    }

    @Test
    void aCellThatCouldNotRunNamesTheFolderOfItsLogs() {
        assertThat(messages(Sample.class, Outcome.ERROR))
                .singleElement()
                .asString()
                .endsWith("; logs: " + temp.resolve("out/quic/logs/alpha_beta/handshake"));
    }

    @Test
    void theFilesOfTheRunNameNoCommand() throws IOException {
        messages(Sample.class, Outcome.FAILED);

        try (var files = Files.walk(temp.resolve("out"))) {
            var texts = files.filter(Files::isRegularFile)
                    .map(MessagesForTestsTest::text)
                    .toList();
            assertThat(texts).isNotEmpty().noneMatch(it -> it.contains(COMMAND));
            assertThat(texts.stream().filter(it -> it.contains("-Dinterop.servers=alpha")))
                    .as("the page of the matrix and that of the cell")
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aWrongNameIsOneOfTheParameterThatTheUserHas() {
        assertThat(messages(Misspelt.class, Outcome.FAILED))
                .containsExactly("interop.clients 'bta': no such client; nearest: beta");
    }

    private List<String> messages(Class<?> matrix, Outcome outcome) {
        var verdict = Verdict.of(outcome, ReasonCode.TIME_LIMIT, "the client still ran");
        var engine = new InteropTestEngine((settings, notes) -> new FakeBackend(
                FakeTestbed.allEndWith(2, 0), (recording, test) -> new Judgement(verdict, OptionalDouble.empty())));
        return EngineTestKit.engine(engine)
                .configurationParameter(
                        "interop.registry",
                        temp.resolve("implementations_quic.json").toString())
                .configurationParameter("interop.out", temp.resolve("out").toString())
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .configurationParameter("interop.seed", "0x5")
                .selectors(selectClass(matrix))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(it -> it.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
