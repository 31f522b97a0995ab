package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.image.DockerBuild;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile clients and servers, each followed by an honest cell in the same lane. The hostile one gets the verdict that its own
 * doing deserves, never an error, and the honest one is green. What each does: {@code hostile/run.sh} in the resources.
 */
@Tag("container")
@Tag("long")
@Tag("hostile")
class HostileEndpointsTest {
    private static final String IMAGE = "localhost/interop-test/hostile:local";
    private static final String HONEST = "localhost/interop/quic-go:local";

    private static final Set<Outcome> GREEN = Set.of(Outcome.SUCCEEDED);
    private static final Set<Outcome> RED = Set.of(Outcome.FAILED);
    /** Its own cell may be spoiled in any way but an error. */
    private static final Set<Outcome> ITS_OWN = Set.of(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.UNDECIDED);

    /** They want all processors for themselves: where other work wants them too, nobody can tell whose doing a wait is. */
    private static final Set<String> WANT_ALL_PROCESSORS =
            Set.of("forks", "short-forks", "one-processor", "bursts", "memory");

    private static final Map<String, Set<Outcome>> EXPECTED = expected();

    /** Those that do harm as a server, before a client gets to it. */
    private static final Map<String, Set<Outcome>> EXPECTED_OF_SERVERS = expectedOfServers();

    private static RealMatrix matrix;

    private static Map<String, Set<Outcome>> expectedOfServers() {
        var expected = new LinkedHashMap<String, Set<Outcome>>();
        Stream.of("fill-folder", "fill-own", "forks", "memory", "kills-all", "stops-first", "ends-at-once")
                .forEach(it -> expected.put(it, RED));
        expected.put("settings-first", ITS_OWN);
        expected.put("objects-first", ITS_OWN);
        return expected;
    }

    private static Map<String, Set<Outcome>> expected() {
        var expected = new LinkedHashMap<String, Set<Outcome>>();
        Stream.of(
                        "many-files",
                        "many-folders",
                        "attributes",
                        "sparse",
                        "names",
                        "many-links",
                        "links",
                        "locked",
                        "own-records",
                        "future",
                        "big-file",
                        "daemon",
                        "escapes",
                        "long-line",
                        "comes-and-goes",
                        "noise",
                        "takes-simulator",
                        "link-down",
                        "slow-link",
                        "settings",
                        "objects")
                .forEach(it -> expected.put(it, GREEN));
        Stream.of(
                        "pipes",
                        "hard-links",
                        "deep",
                        "long-paths",
                        "flood-unknown",
                        "flood-answered",
                        "flood-captures",
                        "fill-folder",
                        "fill-own",
                        "fill-own-names",
                        "fill-volume",
                        "false-init",
                        "forks",
                        "short-forks",
                        "one-processor",
                        "bursts",
                        "memory",
                        "kills-all",
                        "stops",
                        "ends-at-once",
                        "deaf")
                .forEach(it -> expected.put(it, RED));
        Stream.of("key-folder", "key-pipe", "key-links", "many-keys", "flood", "false-mac", "frames")
                .forEach(it -> expected.put(it, ITS_OWN));
        return expected;
    }

    @BeforeAll
    @Timeout(900)
    static void run(@TempDir Path folder) throws IOException {
        build(folder.resolve("build"));
        matrix = new RealMatrix(folder).with("good", HONEST).inOneLane();
        for (var kind : EXPECTED.keySet()) {
            matrix.withFaultsOf(IMAGE, kind)
                    .with("behind-" + kind, HONEST)
                    .cells("good_" + kind + "/handshake", "good_behind-" + kind + "/handshake");
        }
        matrix.withFaultsOf(IMAGE, "settings-first", "objects-first", "stops-first");
        for (var kind : EXPECTED_OF_SERVERS.keySet()) {
            matrix.with("to-" + kind, HONEST)
                    .with("behind-server-" + kind, HONEST)
                    .cells(ofServer(kind), "good_behind-server-" + kind + "/handshake");
        }
        matrix.run(false);
    }

    @TestFactory
    Stream<DynamicTest> eachGetsTheVerdictThatItDeserves() {
        return EXPECTED.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(), () -> deserves(it.getKey(), "good_" + it.getKey() + "/handshake", it.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> eachServerGetsTheVerdictThatItDeserves() {
        return EXPECTED_OF_SERVERS.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(), () -> deserves(it.getKey(), ofServer(it.getKey()), it.getValue())));
    }

    private static String ofServer(String kind) {
        return kind + "_to-" + kind + "/handshake";
    }

    private static void deserves(String kind, String cell, Set<Outcome> outcomes) {
        var verdict = matrix.verdictHoweverBusy(cell);
        if (!WANT_ALL_PROCESSORS.contains(kind) || !verdict.reason().code().equals(ReasonCode.OVERLOADED)) {
            assertThat(verdict.outcome()).as(verdict.reason().toString()).isIn(outcomes);
        }
    }

    @TestFactory
    Stream<DynamicTest> theHonestClientBehindIsGreen() {
        return Stream.concat(
                        EXPECTED.keySet().stream(),
                        EXPECTED_OF_SERVERS.keySet().stream().map("server-"::concat))
                .map(it -> DynamicTest.dynamicTest(
                        "behind " + it,
                        () -> assertThat(matrix.verdictHoweverBusy("good_behind-" + it + "/handshake"))
                                .satisfies(
                                        verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCEEDED))));
    }

    @TestFactory
    Stream<DynamicTest> whoFillsTheDiskFailsForThat() {
        return Stream.concat(
                        Stream.of("good_fill-own-names/handshake", "good_fill-volume/handshake"),
                        Stream.of("fill-folder", "fill-own")
                                .flatMap(it -> Stream.of("good_" + it + "/handshake", ofServer(it))))
                .map(it -> DynamicTest.dynamicTest(
                        it,
                        () -> assertThat(matrix.verdictHoweverBusy(it).reason().code())
                                .isEqualTo(ReasonCode.DISK_LIMIT)));
    }

    private static void build(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (var name : Set.of("Dockerfile", "run.sh")) {
            try (var file = HostileEndpointsTest.class.getResourceAsStream("hostile/" + name)) {
                Files.copy(Optional.ofNullable(file).orElseThrow(), folder.resolve(name));
            }
        }
        assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();
        try (var engine = Engine.connect()) {
            var log = folder.resolve("log");
            var code = DockerBuild.with(engine.facts().host(), Optional.empty(), Duration.ofMinutes(2))
                    .build(
                            new DockerBuild.Dockerfile(IMAGE, folder.resolve("Dockerfile"), folder, Map.of()),
                            Map.of(),
                            log);
            assertThat(code).as(() -> read(log)).isZero();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
