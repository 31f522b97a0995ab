package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid input is refused in one line with the remedy, before anything is built or run. */
class WrongInputTest {
    private static final Path REGISTRY = Path.of("..", "implementations.json");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** A run of the default registry with these options. */
    private void isUsage(String message, String... options) {
        var all = new ArrayList<>(List.of("run", "--registry", REGISTRY.toString()));
        all.addAll(List.of(options));

        assertThat(execute(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderThatIsNoRunsIsNotJudged() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(execute("judge", folder.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).containsOnlyOnce("\n").contains("holds no recordings; name the folder of a run");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderThatIsNoRunsIsNotMergedNorIsAShardOfAShard() throws IOException {
        var merge = List.of("merge", folder.toString(), "--registry", REGISTRY.toString());

        assertThat(execute(merge.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .containsOnlyOnce("\n")
                .contains(folder + ": holds no run (no cells.jsonl); name the folder of a shard");

        err.getBuffer().setLength(0);
        assertThat(execute(Stream.concat(merge.stream(), Stream.of("--shard", "1/2"))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .containsOnlyOnce("\n")
                .contains("interop.shard: the plan of a merge is the whole one; leave it out");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderWithOtherFilesIsRefusedForResults() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "mine");

        isUsage("holds files that no run has written", "--out", folder.toString());
    }

    @Test
    void aRoleThatIsAListIsToldAndTheHintNamesTheSameRegistry() throws IOException {
        var registry = Files.writeString(folder.resolve("mine.json"), """
                { "a": { "image": "x/a", "role": ["client"] }, "b": { "image": "x/b", "role": {} } }
                """);

        assertThat(execute("plan", "--protocol", "quic", "--registry", registry.toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString())
                .contains("'role' must be one of client, server, both, not a list (and 1 more)")
                .contains("All: ./interop list --registry " + registry);
    }

    @Test
    void theHintNamesTheRegistriesOverTheOthersToo() throws IOException {
        var extra = Files.writeString(folder.resolve("extra.json"), """
                {"version": "2.0", "implementations": {"mine": {"quic": {"roles": ["client"], "image": "x/mine"}}}}
                """);

        isUsage(
                "All: ./interop list --registry " + REGISTRY + " --registry-extra " + extra,
                "--registry-extra",
                extra.toString(),
                "--clients",
                "mien");
        assertThat(execute("list", "implementations", "--registry", REGISTRY.toString(), "--registry-extra=" + extra))
                .isZero();
        assertThat(out.toString()).contains("x/mine");
    }

    @Test
    void anUnknownTestCaseIsRefusedWithTheNearestName() {
        isUsage("nearest: chacha20", "--tests", "handshake,chacha");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quic", "webtransport", "moqt"})
    void aScenarioThatTheSimulatorDoesNotHaveIsRefused(String protocol) {
        isUsage(
                "interop.scenario: scenario 'droplists' is not known; did you mean 'droplist'?",
                "--protocol",
                protocol,
                "--scenario",
                "droplists --drops_to_server=3");
    }

    @Test
    void aListOfAlterationsThatIsTooLongIsRefused() {
        isUsage(
                "interop.scenario: the scenario 'corruptlist --alters_to_server=1:46:0xa9 …' has",
                "--scenario",
                "corruptlist --alters_to_server=1:46:0xa9" + ",1234:46:0xa9".repeat(11_000));
    }

    @Test
    void aMalformedScenarioIsRefused() {
        isUsage("interop.scenario: 'drop-rate 5' is not a scenario", "--scenario", "drop-rate 5");
    }

    @Test
    void anUnknownClientIsRefusedWithTheNearestName() {
        isUsage("nearest: aioquic", "--clients", "aioquik");
    }

    @Test
    void anUnknownServerIsRefusedWithTheNearestName() {
        isUsage("nearest: nginx", "--servers", "ngnix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--relay", "--relays", "--servers"})
    void anUnknownServerIsRefusedWithTheOptionThatNamedIt(String option) {
        isUsage(option + " 'nope': no such server", "--protocol", "moqt", option, "nope");
    }

    @ParameterizedTest
    @CsvSource({
        "--transport, webtransport",
        "--draft,     draft-18",
        "--target,    draft-18",
        "--only,      at",
        "--place,     remote"
    })
    void anOptionThatSelectsRoutesIsRefusedWhereAPairHasOne(String option, String value) {
        isUsage(
                option + " '" + value
                        + "': QUIC has one route from client to server; leave it out, or add --protocol moqt",
                option,
                value);
    }

    @Test
    void anUnknownProtocolIsRefused() {
        isUsage("quick", "--protocol", "quick");
    }

    @Test
    void anEmptySelectionIsAnError() {
        isUsage("--clients '!all' leaves no client", "--clients", "!all");
    }

    @ParameterizedTest
    @CsvSource({
        "--clients=,             interop: --clients is empty; it takes names",
        "--servers=,             interop: --servers is empty; it takes names",
        "--tests=,               interop: --tests is empty; it takes names",
        "'--tests=,',            interop: --tests is empty; it takes names",
        "--transport=,           interop: interop.transport is empty; it takes transports",
        "-Pinterop.limit.pids=,  interop: interop.limit.pids is empty; it takes number. Leave it out for the default"
    })
    void anOptionThatSaysNothingIsNotTheDefault(String option, String message) {
        isUsage(message, option);
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestName() {
        isUsage("nearest: --lanes", "--lane", "2");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        isUsage("--lanes", "--lanes");
    }

    @Test
    void anInvalidNumberIsRefused() {
        isUsage("lanes", "--lanes", "many");
    }

    @Test
    void anInvalidSeedIsRefused() {
        isUsage("seed", "--seed", "xyz");
    }

    @Test
    void anUnknownParameterIsRefusedWithTheNearestName() {
        isUsage("interop: -P 'interop.lane': no such parameter; nearest: interop.lanes", "-Pinterop.lane=2");
    }

    @Test
    void anUnknownTransportIsRefused() {
        isUsage(
                "interop.transport 'tcp': no such transport of MoQT; it takes quic, webtransport",
                "--protocol",
                "moqt",
                "--transport",
                "quic,tcp");
    }

    @Test
    void aMisspeltTransportIsRefusedWithTheNearestName() {
        isUsage(
                "interop.transport 'webtranspor': no such transport of MoQT; nearest: webtransport",
                "--protocol",
                "moqt",
                "--transport",
                "webtranspor");
    }

    @Test
    void anUnknownVersionRelationIsRefused() {
        isUsage(
                "interop.only 'on': no such version relation of MoQT; it takes at, ahead, behind",
                "--protocol",
                "moqt",
                "--only",
                "at,on");
    }

    @Test
    void testCasesCannotBeSelectedIfAClientRunsAllOfThem() {
        isUsage(
                "--tests 'setup-only': with interop.moqt.cases=all a client runs its whole list;"
                        + " leave interop.moqt.cases out to select test cases",
                "--protocol",
                "moqt",
                "-Pinterop.moqt.cases=all",
                "--tests",
                "setup-only");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheNearestName() {
        assertThat(execute("rnu")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("'rnu'", "nearest: run");
    }

    @Test
    void aMissingRegistryIsRefused() {
        assertThat(execute("run", "--registry", folder.resolve("none.json").toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("none.json");
    }

    @Test
    void aTypoInARegistryIsRefusedWithItsLine() throws IOException {
        var registry = Files.writeString(
                folder.resolve("typo.json"), Files.readString(REGISTRY).replaceFirst("\"client\"", "\"cleint\""));

        assertThat(execute("run", "--registry", registry.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .containsPattern("typo\\.json:\\d+: ")
                .contains("cleint")
                .contains("client");
    }

    @Test
    void anOutputFolderThatHoldsAnEarlierRunIsRefusedBeforeAnythingIsBuilt() throws IOException {
        Files.createFile(folder.resolve("cells.jsonl"));

        isUsage("holds an earlier run", "--out", folder.toString());
    }

    @Test
    void anOutputFolderThatIsAFileIsRefusedBeforeAnythingIsBuilt() {
        isUsage("is no folder", "--out", REGISTRY.toString());
    }

    @Test
    void aFileWithoutCertificatesIsRefusedBeforeAnythingIsBuilt() {
        isUsage("holds no certificate in PEM", "--ca", REGISTRY.toString());
    }

    @Test
    void aFolderInPlaceOfACertificateFileIsRefused() {
        isUsage("cannot be read", "--ca", folder.toString());
    }

    @Test
    void aWrongCertificateFileIsRefusedBeforeASimulatorIsMeasured() {
        assertThat(execute("doctor", "--sim", "--ca", REGISTRY.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("holds no certificate in PEM");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-build", "--ca=any.pem"})
    void anOptionOfBuildsIsRefusedByTheDoctorThatBuildsNothing(String option) {
        assertThat(execute("doctor", option)).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(option.replaceFirst("=.*", "") + " applies to doctor --sim; leave it out");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereCannotBeJudged() {
        assertThat(execute("judge", folder.resolve("none").toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains("none: is no folder");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderThatHoldsNoRunCannotBeJudged() {
        assertThat(execute("judge", folder.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString().lines()).singleElement().asString().contains(folder.toString());
    }
}
