package dev.interop.moqt;

import static dev.interop.testing.StoredRecordings.stored;
import static dev.interop.testing.StoredRecordings.verdict;
import static dev.interop.testing.VerdictAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.testing.StoredRecordings;
import dev.interop.verdict.ClaimedCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Judges recordings of real clients that ran all their test cases in one cell: aiomoqt prints its report at its end and names
 * each connection; moqtap names none and prints while it runs; the example client was made to report an error as ok.
 */
class AllCasesTest {
    private static final String BY_IDS = "moqt-18-all-by-ids";
    private static final String BY_TIMES = "moqt-18-all-by-times";
    private static final String ONE_CONTRADICTED = "moqt-18-all-one-contradicted";

    @TempDir
    Path folder;

    @Test
    void eachTestCaseIsProvenByTheConnectionsThatItsResultNames() {
        var verdict = verdict(BY_IDS);

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
        assertThat(proven(verdict)).containsExactlyElementsOf(contract());
        assertThat(verdict.claim().orElseThrow().parts(Proof.PROVEN)).isEqualTo(6);
    }

    @Test
    void aTestCaseBeyondTheContractIsClaimedAndDoesNotHideOthers() {
        var verdict = verdict(BY_IDS);

        assertThat(verdict).reads("6 of 12 test cases, the first: no check for rendezvous-timeout");
        assertThat(part(verdict, "namespace-discovery"))
                .isEqualTo(new ClaimedCase("namespace-discovery", Proof.CLAIMED, "no check for namespace-discovery"));
    }

    @Test
    void connectionsThatNoResultNamesAreAttributedByTime() {
        var verdict = verdict(BY_TIMES);

        assertThat(proven(verdict)).hasSize(5).containsExactlyElementsOf(allBut("subscribe-before-announce"));
    }

    /** This client ended after the refusal. */
    @Test
    void aClientThatPublishesNothingAfterItsSubscriptionStaysClaimed() {
        var verdict = verdict(BY_TIMES);

        assertThat(verdict)
                .came(Outcome.SUCCEEDED, ReasonCode.CLAIMED)
                .reads(
                        "1 of 6 test cases, the first: subscribe-before-announce: The client subscribes to what is published"
                                + " later, on another connection: no PUBLISH_NAMESPACE of its namespace on another connection");
    }

    @Test
    void aContradictedTestCaseFailsTheCellAndLeavesTheOthersProven() {
        var verdict = verdict(ONE_CONTRADICTED);

        assertThat(verdict)
                .failed(ReasonCode.CONTRADICTED)
                .because("announce-subscribe: REQUEST_ERROR 0x10 'track does not exist' from the server")
                .atSomePacket("sim/trace_node_right.pcap");
        assertThat(part(verdict, "announce-subscribe").proof()).isEqualTo(Proof.CONTRADICTED);
        assertThat(part(verdict, "announce-subscribe").reason()).contains("REQUEST_ERROR", "packet 84");
        assertThat(proven(verdict)).hasSize(5).doesNotContain("announce-subscribe");
    }

    /** The cell has a connection with all expected messages, but it belongs to another test case. */
    @Test
    void theConnectionOfAnotherTestCaseProvesNothing() throws IOException {
        var verdict = judge(
                BY_IDS,
                edited(
                        BY_IDS,
                        it -> it.replace("ok 4 - subscribe-error", "ok 4 - setup-only")
                                .replace("ok 1 - setup-only", "ok 1 - subscribe-error")));

        assertThat(part(verdict, "subscribe-error").proof()).isEqualTo(Proof.CONTRADICTED);
        assertThat(part(verdict, "subscribe-error").reason()).contains("no SUBSCRIBE from the client");
        assertThat(part(verdict, "setup-only").proof()).isEqualTo(Proof.PROVEN);
    }

    @Test
    void aConnectionThatTwoResultsNameProvesNeither() throws IOException {
        var text = Files.readString(StoredRecordings.recording(BY_IDS).stdout(ContainerRole.CLIENT));
        var ids = text.lines().filter(it -> it.contains("connection_id")).toList();

        var verdict = judge(BY_IDS, edited(BY_IDS, it -> it.replace(ids.get(1), ids.get(0))));

        assertThat(part(verdict, "announce-only").proof()).isEqualTo(Proof.CLAIMED);
        assertThat(part(verdict, "announce-only").reason())
                .contains("names a connection that the result of setup-only");
        assertThat(part(verdict, "setup-only").proof()).isEqualTo(Proof.CLAIMED);
        assertThat(part(verdict, "subscribe-error").proof()).isEqualTo(Proof.PROVEN);
    }

    /** The output of a client that buffers it until its end. */
    @Test
    void resultsThatArriveTogetherStayClaimed() throws IOException {
        var recording = edited(BY_TIMES, it -> it);
        var times = Files.readAllLines(recording.stdoutTimes());
        Files.writeString(recording.stdoutTimes(), times.get(times.size() - 1) + "\n");

        var verdict = judge(BY_TIMES, recording);

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
        assertThat(verdict.claim().orElseThrow().parts())
                .hasSize(6)
                .allMatch(it -> it.proof() == Proof.CLAIMED)
                .allSatisfy(it -> assertThat(it.reason()).contains("it arrived together with that of"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no numbers\n", "12\n"})
    void resultsWithoutArrivalTimesStayClaimed(String times) throws IOException {
        var recording = edited(BY_TIMES, it -> it);
        Files.writeString(recording.stdoutTimes(), times);

        var verdict = judge(BY_TIMES, recording);

        assertThat(part(verdict, "setup-only").proof()).isEqualTo(Proof.CLAIMED);
        assertThat(part(verdict, "setup-only").reason()).contains("the time of its arrival is unknown");
    }

    /** The second result reports a duration of four seconds but arrived a tenth of a second after the first. */
    @Test
    void resultsThatArriveLaterThanTheirDurationsAllowStayClaimed() throws IOException {
        var recording =
                edited(BY_TIMES, it -> it.replaceFirst("(ok 2[^\\n]*\\n *---\\n *duration_ms: )\\d+", "$14000"));

        var verdict = judge(BY_TIMES, recording);

        assertThat(part(verdict, "announce-only").proof()).isEqualTo(Proof.CLAIMED);
        assertThat(part(verdict, "announce-only").reason()).contains("results arrived later than they were printed");
    }

    @Test
    void aResultThatNoConnectionNearItsTimeShowsIsContradicted() throws IOException {
        var verdict = judge(
                BY_TIMES,
                edited(
                        BY_TIMES,
                        it -> it.replace("ok 4 - subscribe-error", "ok 4 - setup-only")
                                .replace("ok 1 - setup-only", "ok 1 - subscribe-error")));

        assertThat(part(verdict, "subscribe-error").proof()).isEqualTo(Proof.CONTRADICTED);
        assertThat(proven(verdict)).hasSize(4);
    }

    /** moq-js makes all its connections on one UDP socket, in sequence and two at a time. */
    @Test
    void connectionsOfOneSocketAreSeparated() {
        var verdict = verdict("moqt-18-all-one-socket");

        assertThat(verdict).failed(ReasonCode.CONTRADICTED).because("publish-namespace-done: no withdrawal");
        assertThat(proven(verdict))
                .containsExactly("setup-only", "announce-only", "subscribe-error", "announce-subscribe");
    }

    /**
     * moqtap on a busy machine: the connections of the last two test cases began up to 24 ms before the previous result
     * arrived.
     */
    @Test
    void aResultIsNotContradictedWhenAnotherAttributionShowsIt() {
        var verdict = verdict("moqt-18-all-doubtful");

        assertThat(verdict).came(Outcome.SUCCEEDED, ReasonCode.CLAIMED);
        assertThat(part(verdict, "subscribe-before-announce").proof()).isEqualTo(Proof.CLAIMED);
        assertThat(part(verdict, "subscribe-before-announce").reason())
                .contains("on a connection that began while another test case ended");
        assertThat(proven(verdict)).hasSizeGreaterThanOrEqualTo(4);
    }

    /** The same cell, but the result of a subscription is renamed to one of a withdrawal, which no connection near shows. */
    @Test
    void aResultThatNoAttributionShowsIsContradicted() throws IOException {
        var verdict = judge(
                "moqt-18-all-doubtful",
                edited(
                        "moqt-18-all-doubtful",
                        it -> it.replace("subscribe-before-announce", "X")
                                .replace("publish-namespace-done", "subscribe-before-announce")
                                .replace("X", "publish-namespace-done")));

        assertThat(part(verdict, "publish-namespace-done").proof()).isEqualTo(Proof.CONTRADICTED);
    }

    private static List<String> allBut(String name) {
        return contract().stream().filter(it -> !it.equals(name)).toList();
    }

    private static List<String> contract() {
        return new MoqtProtocol().testCase("all").orElseThrow().parts();
    }

    private static List<String> proven(Verdict verdict) {
        return verdict.claim().orElseThrow().parts().stream()
                .filter(it -> it.proof() == Proof.PROVEN)
                .map(ClaimedCase::name)
                .sorted((a, b) ->
                        Integer.compare(contract().indexOf(a), contract().indexOf(b)))
                .toList();
    }

    private static ClaimedCase part(Verdict verdict, String name) {
        return verdict.claim().orElseThrow().parts().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Copies a recording and replaces the client's output. */
    private Recording edited(String name, UnaryOperator<String> edit) throws IOException {
        var from = StoredRecordings.recording(name).folder();
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        var copy = new RecordingStore().read(folder);
        var output = copy.stdout(ContainerRole.CLIENT);
        Files.writeString(output, edit.apply(Files.readString(output)));
        return copy;
    }

    private static Verdict judge(String name, Recording recording) {
        return StoredRecordings.judge(
                recording, stored(StoredRecordings.recording(name).folder()));
    }
}
