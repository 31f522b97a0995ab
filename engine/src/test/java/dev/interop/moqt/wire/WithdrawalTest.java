package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.wire.StreamEnd.How;
import dev.interop.trace.FrameType;
import dev.interop.trace.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In draft 18 a namespace is withdrawn by cancelling its request (draft-ietf-moq-transport-18 §6.2, §3.3.2). */
class WithdrawalTest {
    private static final long SESSION_GONE = 0x170d7b68;

    @ParameterizedTest
    @EnumSource(names = {"RESET_STREAM", "RESET_STREAM_AT", "STOP_SENDING"})
    void aResetOrStopSendingWithdrawsTheNamespace(How how) {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, how))).isPresent();
    }

    @Test
    void aFinDoesNotWithdrawTheNamespace() {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, How.FIN))).isEmpty();
    }

    @Test
    void aPublisherThatHasSentAFinWithdrawsByStopSending() {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, How.FIN).end(Side.CLIENT, 0, How.STOP_SENDING)))
                .isPresent();
    }

    @Test
    void theRelayCannotWithdrawForTheClient() {
        assertThat(withdrawal(published().end(Side.SERVER, 0, How.RESET_STREAM)))
                .isEmpty();
    }

    @Test
    void resetsThatFollowTheEndOfTheSessionDoNotWithdraw() {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, How.RESET_STREAM, SESSION_GONE)))
                .isEmpty();
        assertThat(withdrawal(published()
                        .close(Side.CLIENT, FrameType.CONNECTION_CLOSE_APPLICATION, 0)
                        .end(Side.CLIENT, 0, How.RESET_STREAM)))
                .isEmpty();
    }

    private static SessionScript published() {
        return new SessionScript()
                .client(2, "af00 0000")
                .server(3, "af00 0000")
                .client(0, "06 { 00 02 08\"moq-test\" 07\"interop\" 00 }")
                .server(0, "07 { 00 }");
    }

    private static Optional<Withdrawal> withdrawal(SessionScript script) {
        var session = script.read(MoqtDraft.DRAFT_18, Transport.QUIC);
        return session.withdrawal(session.requests(PublishNamespace.class).get(0));
    }
}
