package dev.interop.moqt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.moqt.wire.StreamEnd.How;
import dev.interop.trace.FrameType;
import dev.interop.trace.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** draft-ietf-moq-transport-18 §6.2: a namespace is withdrawn by cancelling the request, as §3.3.2 says. */
class WithdrawalTest {
    private static final long SESSION_GONE = 0x170d7b68;

    @ParameterizedTest
    @EnumSource(names = {"RESET_STREAM", "RESET_STREAM_AT", "STOP_SENDING"})
    void whatBreaksTheStreamOffWithdraws(How how) {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, how))).isPresent();
    }

    @Test
    void aFinDoesNot() {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, How.FIN))).isEmpty();
    }

    @Test
    void whoHasSentAFinWithdrawsByStopSending() {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, How.FIN).end(Side.CLIENT, 0, How.STOP_SENDING)))
                .isPresent();
    }

    @Test
    void theRelayCannotWithdrawForTheClient() {
        assertThat(withdrawal(published().end(Side.SERVER, 0, How.RESET_STREAM)))
                .isEmpty();
    }

    @Test
    void streamsThatGoWithTheirSessionDoNot() {
        assertThat(withdrawal(published().end(Side.CLIENT, 0, How.RESET_STREAM, SESSION_GONE)))
                .isEmpty();
        assertThat(withdrawal(published()
                        .close(Side.CLIENT, FrameType.CONNECTION_CLOSE_APPLICATION, 0)
                        .end(Side.CLIENT, 0, How.RESET_STREAM)))
                .isEmpty();
    }

    private static Script published() {
        return new Script()
                .client(2, "af00 0000")
                .server(3, "af00 0000")
                .client(0, "06 { 00 02 08\"moq-test\" 07\"interop\" 00 }")
                .server(0, "07 { 00 }");
    }

    private static Optional<Withdrawal> withdrawal(Script script) {
        var conversation = script.read(MoqtDraft.DRAFT_18, Transport.QUIC);
        return conversation.withdrawal(
                conversation.requests(PublishNamespace.class).get(0));
    }
}
