package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.NetworkFacts;
import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;

/** A user's containers in a lane, attached by Testcontainers. */
@Tag("container")
@Timeout(120)
class LaneExtensionTest {
    /** A script that sends UDP packets to the address again and again. */
    private static final String TALK = "perl -MSocket -e 'socket(my $s, PF_INET, SOCK_DGRAM, 0);"
            + " while (1) { send($s, q(from outside), 0, sockaddr_in(4433, inet_aton($ARGV[0]))); select undef, undef, undef, 0.05 }'";

    private static final String HEAR = "perl -MSocket -e 'alarm 10; socket(my $s, PF_INET, SOCK_DGRAM, 0);"
            + " bind($s, sockaddr_in(4433, INADDR_ANY)); my $from = recv($s, my $text, 99, 0);"
            + " my (undef, $ip) = sockaddr_in($from); print $text, q( ), inet_ntoa($ip), qq(\\n)'";

    private final List<String> notes = new CopyOnWriteArrayList<>();

    /** Runs beside this one have lanes, too. */
    private void note(String line) {
        if (!line.endsWith("trying the next lane")) {
            notes.add(line);
        }
    }

    @TempDir
    Path folder;

    private OpenTestbed open(LaneExtension extension) {
        return new OpenTestbed(folder, it -> it.withProgress(this::note), List.of(extension));
    }

    /** A container in the client's network that sends packets to the client. */
    private static final class Talker implements LaneExtension {
        private final boolean labelled;
        private final List<GenericContainer<?>> containers = new ArrayList<>();

        Talker(boolean labelled) {
            this.labelled = labelled;
        }

        @Override
        @SuppressWarnings("resource")
        public void opened(Lane lane) {
            var container = new GenericContainer<>(Scripted.IMAGE)
                    .withNetwork(lane.clientNetwork())
                    .withEnv(
                            "SCRIPT",
                            TALK + " "
                                    + lane.clientNetwork().inUse().get("client").ipv4());
            if (labelled) {
                container.withLabels(lane.labels());
            }
            container.start();
            containers.add(container);
        }
    }

    private static boolean exists(String container) {
        try (var engine = Engine.connect()) {
            return engine.containers("org.testcontainers").stream()
                    .anyMatch(it -> it.id().equals(container));
        }
    }

    private static List<String> networks() {
        try (var engine = Engine.connect()) {
            return engine.networks().stream().map(NetworkFacts::name).toList();
        }
    }

    @Test
    void aUsersContainerIsInTheLaneAndIsRemovedWithTheRun() throws IOException {
        var talker = new Talker(true);
        String heard;
        try (var open = open(talker)) {
            var cell = open.run(HEAR, Scripted.STAY);
            heard = Files.readString(cell.stdout(ContainerRole.CLIENT));

            assertThat(cell.fault()).isEmpty();
            assertThat(heard)
                    .startsWith("from outside 193.167." + open.lane().number() + ".")
                    .containsPattern("\\.(19[2-9]|2[0-4]\\d|25[0-3])\\s");
        }

        assertThat(exists(talker.containers.get(0).getContainerId())).isFalse();
        assertThat(notes).isEmpty();
    }

    @Test
    void aContainerThatIsLeftInALaneIsDisconnectedSoThatTheLaneCanGo() {
        var talker = new Talker(false);
        String network;
        try (var open = open(talker)) {
            network = open.lane().clientNetwork().name();
            assertThat(networks()).contains(network);
        }
        try (var left = talker.containers.get(0)) {
            assertThat(networks()).doesNotContain(network);
            assertThat(left.isRunning()).isTrue();
            assertThat(notes).hasSize(1).first().asString().contains("was in network " + network + " still");
        }
    }

    @Test
    void anExtensionThatFailsIsANoteAndCellsRunAllTheSame() {
        var failing = new LaneExtension() {
            @Override
            public void opened(Lane lane) {
                throw new IllegalStateException("no image");
            }
        };
        try (var open = open(failing)) {
            var cell = open.run("exit 0", Scripted.STAY);

            assertThat(cell.fault()).isEmpty();
        }

        assertThat(notes)
                .hasSize(1)
                .first()
                .asString()
                .endsWith(".opened() failed: java.lang.IllegalStateException: no image");
    }
}
