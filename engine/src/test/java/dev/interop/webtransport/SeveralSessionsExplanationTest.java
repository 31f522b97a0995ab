package dev.interop.webtransport;

import static dev.interop.testing.RecordingBuilder.recording;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.TestEvidence;
import dev.interop.trace.PacketType;
import dev.interop.verdict.AtFault;
import dev.interop.verdict.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralSessionsExplanationTest {
    private static final String ONE_SESSION_OF_DRAFT_13 = "94e9cd2901";

    private final OpeningScript opening = new OpeningScript();

    @Test
    void aServerThatAcceptsOneOfTwoSessionsIsAtFault() {
        asks("/one").accepts().asks("/two").answers("404");

        assertThat(explain()).singleElement().satisfies(it -> {
            assertThat(it.seen()).isEqualTo("the client asks for 2 sessions, the server accepts 1");
            assertThat(it.evidence().packet()).hasValue(4);
            assertThat(it.atFault()).hasValue(AtFault.SERVER);
        });
    }

    @Test
    void aServerThatDoesNotAnswerTheSecondRequestIsAtFault() {
        asks("/one").asks("/two").accepts();

        assertThat(explain())
                .singleElement()
                .satisfies(it -> assertThat(it.atFault()).hasValue(AtFault.SERVER));
    }

    @Test
    void aSideIsNotAccusedOfWhatWasNotRead() {
        asks("/one").accepts().asks("/two");
        opening.packets().unread(SERVER, "no keylog has its secret");
        assertThat(explain()).isEmpty();
    }

    @Test
    void aClientIsNotAccusedOfASecondRequestThatWasNotRead() {
        asks("/one").accepts();
        opening.packets().unread(CLIENT, "no keylog has its secret");
        assertThat(explain()).isEmpty();
    }

    @Test
    void aClientThatAsksForOneOfTwoSessionsIsAtFault() {
        asks("/one").accepts();

        assertThat(explain()).singleElement().satisfies(it -> {
            assertThat(it.seen()).isEqualTo("the client asks for 1");
            assertThat(it.atFault()).hasValue(AtFault.CLIENT);
        });
    }

    @Test
    void aClientThatKeepsToTheLimitOfTheServerIsNotAtFault() {
        opening.settings(SERVER, ONE_SESSION_OF_DRAFT_13);
        asks("/one").accepts();

        assertThat(explain()).singleElement().satisfies(it -> {
            assertThat(it.seen()).isEqualTo("the server announces that it accepts 1");
            assertThat(it.atFault()).hasValue(AtFault.SERVER);
        });
    }

    @Test
    void aClientThatMakesAConnectionForEachSessionIsAtFault() {
        asks("/one").accepts();
        opening.onConnection(1);
        asks("/two").accepts();

        assertThat(explain()).singleElement().satisfies(it -> {
            assertThat(it.seen()).isEqualTo("the client asks for them over 2 connections");
            assertThat(it.atFault()).hasValue(AtFault.CLIENT);
        });
    }

    @Test
    void aClientThatSendsNothingIsAtFault() {
        assertThat(explain()).singleElement().satisfies(it -> {
            assertThat(it.seen()).isEqualTo("the client sends no QUIC packet");
            assertThat(it.atFault()).hasValue(AtFault.CLIENT);
        });
    }

    @Test
    void nothingIsSaidOfAClientWhosePacketsWereNotRead() {
        opening.packets().unread(CLIENT, "cannot be read");
        assertThat(explain()).isEmpty();

        opening.packets().sealed(CLIENT, PacketType.INITIAL);
        assertThat(explain()).isEmpty();
    }

    @Test
    void nothingIsSaidOfAConnectionThatTheServerClosed() {
        asks("/one").accepts();
        opening.close(SERVER, 0);

        assertThat(explain()).isEmpty();
    }

    @Test
    void nothingIsSaidOfTwoSessionsThatWereOpened() {
        asks("/one").asks("/two").accepts().accepts();

        assertThat(explain()).isEmpty();
    }

    @Test
    void aFirstSessionThatIsRefusedIsExplainedAsInAnyTestCase() {
        asks("/one").answers("500");

        assertThat(explain()).extracting(Finding::seen).containsExactly("the server answered CONNECT with status 500");
    }

    private SeveralSessionsExplanationTest asks(String path) {
        opening.fields(CLIENT, ":method", "CONNECT", ":path", path);
        return this;
    }

    private SeveralSessionsExplanationTest accepts() {
        return answers("200");
    }

    private SeveralSessionsExplanationTest answers(String status) {
        opening.fields(SERVER, ":status", status);
        return this;
    }

    private List<Finding> explain() {
        var cell =
                recording(Path.of("nowhere")).webTransport("several-sessions").build();
        return new SeveralSessionsExplanation(2)
                .explain(new TestEvidence(cell, opening.packets().build()));
    }
}
