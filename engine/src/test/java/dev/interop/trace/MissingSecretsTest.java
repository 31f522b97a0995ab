package dev.interop.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testing.TraceBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingSecretsTest {
    private static final String ONE = "1a".repeat(32);
    private static final String OTHER = "2b".repeat(32);
    private static final List<String> NO_KEYLOG = List.of();
    private static final String SECRET = "cd".repeat(48);

    @TempDir
    Path folder;

    @Test
    void aLineOfZerosTakesThePlaceOfTheOnlyMissingSecretOfAConnection() throws IOException {
        var missing = in(
                List.of(
                        "CLIENT_HANDSHAKE_TRAFFIC_SECRET " + ONE + " " + SECRET,
                        "SERVER_TRAFFIC_SECRET_0 " + ONE + " " + SECRET),
                NO_KEYLOG);

        assertThat(missing.sides()).containsExactly(Side.CLIENT);
        assertThat(missing.placeholders()).containsExactly("CLIENT_TRAFFIC_SECRET_0 " + ONE + " " + "0".repeat(96));
    }

    @Test
    void aConnectionWithBothOrNeitherOfItsSecretsLacksNone() throws IOException {
        var missing = in(
                List.of(
                        "SERVER_TRAFFIC_SECRET_0 " + ONE + " " + SECRET,
                        "CLIENT_TRAFFIC_SECRET_0 " + "1A".repeat(32) + " " + SECRET,
                        "SERVER_HANDSHAKE_TRAFFIC_SECRET " + OTHER + " " + SECRET,
                        "SERVER_TRAFFIC_SECRET_0 " + OTHER + " no secret",
                        "# SERVER_TRAFFIC_SECRET_0 " + OTHER + " " + SECRET),
                NO_KEYLOG);

        assertThat(missing.sides()).isEmpty();
        assertThat(missing.placeholders()).isEmpty();
    }

    @Test
    void aSecretInThePeersKeylogIsNotMissing() throws IOException {
        var missing = in(
                List.of("SERVER_TRAFFIC_SECRET_0 " + ONE + " " + SECRET),
                List.of(
                        "CLIENT_TRAFFIC_SECRET_0 " + ONE + " " + SECRET,
                        "CLIENT_TRAFFIC_SECRET_0 " + OTHER + " " + SECRET));

        assertThat(missing.sides()).containsExactly(Side.SERVER);
        assertThat(missing.placeholders()).singleElement().asString().startsWith("SERVER_TRAFFIC_SECRET_0 " + OTHER);
    }

    @Test
    void only1RttPacketsOfTheSideThatCouldNotBeReadAreUnread() {
        var packets = TraceBuilder.trace()
                .sealed(Side.CLIENT, PacketType.HANDSHAKE)
                .frames(Side.CLIENT, FrameType.ACK)
                .sealed(Side.SERVER, PacketType.ONE_RTT)
                .sealed(Side.CLIENT, PacketType.ONE_RTT)
                .sealed(Side.CLIENT, PacketType.ONE_RTT)
                .build()
                .packets();

        assertThat(new MissingSecrets(Set.of(Side.CLIENT), List.of()).unread(packets))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo(Optional.of(Side.CLIENT));
                    assertThat(it.count()).isEqualTo(OptionalLong.of(2));
                    assertThat(it)
                            .hasToString("frame 4 was not read: no keylog has the secret of the client's 1-RTT packets"
                                    + " (and 1 more frame)");
                });
        assertThat(new MissingSecrets(Set.of(), List.of()).unread(packets)).isEmpty();
    }

    private MissingSecrets in(List<String> one, List<String> other) throws IOException {
        return MissingSecrets.in(List.of(written(one), written(other)));
    }

    private Path written(List<String> lines) {
        try {
            return Files.write(Files.createTempFile(folder, "keys", ".log"), lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
