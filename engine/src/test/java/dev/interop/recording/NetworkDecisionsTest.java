package dev.interop.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkDecisionsTest {
    private static final String HEAD = "{\"format\":1,\"seed\":\"0x0000000000000007\"}\n";
    private static final String DROPPED =
            "{\"direction\":\"to_server\",\"packet\":3,\"frame\":9,\"decision\":\"dropped\"}\n";
    private static final String ALTERED =
            "{\"direction\":\"to_client\",\"packet\":2,\"frame\":12,\"decision\":\"altered\",\"byte\":46,"
                    + "\"before\":\"0x00\",\"after\":\"0xa9\"}\n";
    private static final String MISSED =
            "{\"direction\":\"to_client\",\"packet\":5,\"frame\":31,\"decision\":\"missed\",\"byte\":46,\"after\":\"0x17\"}\n";
    private static final String REBOUND =
            "{\"direction\":\"to_server\",\"packet\":90,\"frame\":204,\"decision\":\"rebound\","
                    + "\"before\":\"193.167.0.100:4001\",\"after\":\"193.167.0.131:50810\"}\n";
    private static final String NOT_UDP = "{\"direction\":\"to_server\",\"frame\":5,\"decision\":\"dropped\"}\n";

    @TempDir
    Path folder;

    private NetworkDecisions decided(String... lines) throws IOException {
        var file = folder.resolve("sim").resolve(NetworkDecisions.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("", lines));
        return NetworkDecisions.of(folder).orElseThrow();
    }

    @Test
    void eachDecisionIsSaidInASentence() throws IOException {
        assertThat(decided(HEAD, DROPPED, ALTERED, MISSED, REBOUND, NOT_UDP).decisions())
                .extracting(NetworkDecision::sentence)
                .containsExactly(
                        "packet 3 to the server was dropped",
                        "packet 2 to the client was altered at byte 46 (0x00 → 0xa9)",
                        "packet 5 to the client was not altered, since it ends before byte 46",
                        "from packet 90 to the server on, the client came from 193.167.0.131:50810 instead of"
                                + " 193.167.0.100:4001",
                        "a packet to the server that is not UDP was dropped");
    }

    @Test
    void aLossIsReplayedAsAListOverTheSameLink() throws IOException {
        var more = DROPPED.replace(":3,", ":7,") + DROPPED.replace("to_server", "to_client");

        assertThat(decided(HEAD, DROPPED, more).asScenario(List.of("--delay=15ms", "--queue=25")))
                .isEqualTo("droplist --delay=15ms --queue=25 --drops_to_client=3 --drops_to_server=3,7");
    }

    @Test
    void aCorruptionIsReplayedAsAList() throws IOException {
        assertThat(decided(HEAD, ALTERED).asScenario(List.of("--bandwidth=10Mbps")))
                .isEqualTo("corruptlist --bandwidth=10Mbps --alters_to_client=2:46:0xa9");
    }

    @Test
    void whatAListMissedIsOnTheListOfAFurtherReplay() throws IOException {
        var decisions = decided(HEAD, ALTERED, MISSED);

        assertThat(decisions.missed()).extracting(NetworkDecision::frame).containsExactly(31L);
        assertThat(decisions.asScenario(List.of())).isEqualTo("corruptlist --alters_to_client=2:46:0xa9,5:46:0x17");
        assertThat(decided(HEAD, MISSED).asScenario(List.of())).isEqualTo("corruptlist --alters_to_client=5:46:0x17");
    }

    @Test
    void aLinkThatDroppedNothingIsReplayedAsALink() throws IOException {
        assertThat(decided(HEAD).asScenario(List.of("--delay=15ms"))).isEqualTo("simple-p2p --delay=15ms");
    }

    @Test
    void decisionsThatDependOnTheTimeOrAreIncompleteAreNoList() throws IOException {
        for (var lines : List.of(REBOUND, NOT_UDP, "{\"omitted\":4}\n")) {
            var decisions = decided(HEAD, lines);

            assertThatThrownBy(() -> decisions.asScenario(List.of())).isInstanceOf(UserError.class);
        }
    }

    @Test
    void anotherFormatIsRefused() {
        assertThatThrownBy(() -> decided("{\"format\":2}\n")).hasMessageContaining("format 1");
        assertThatThrownBy(() -> decided(HEAD, "no JSON\n")).hasMessageContaining(NetworkDecisions.FILE);
    }

    @Test
    void aSimulatorThatWroteNoneHasNone() {
        assertThat(NetworkDecisions.of(folder)).isEmpty();
    }
}
