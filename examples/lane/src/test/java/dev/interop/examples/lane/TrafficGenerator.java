package dev.interop.examples.lane;

import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;

/**
 * Sends a datagram to the discard port of the client every 50 ms, from a container of its own in the client's network,
 * and tells at the end how many the client's host refused: each refusal is an answer.
 */
public final class TrafficGenerator implements LaneExtension {
    private static final String SEND = """
            $| = 1;
            my $socket = IO::Socket::INET->new(Proto => 'udp', PeerAddr => $ARGV[0], PeerPort => 9) or die;
            while (1) {
                print defined $socket->send('x') ? "sent\\n" : "refused\\n";
                select undef, undef, undef, 0.05;
            }
            """;

    private final Map<Integer, GenericContainer<?>> generators = new HashMap<>();

    @Override
    public void opened(Lane lane) {
        var client = lane.clientNetwork().inUse().get("client");
        var generator = new GenericContainer<>("localhost/interop/endpoint:local")
                .withNetwork(lane.clientNetwork())
                .withLabels(lane.labels())
                .withCreateContainerCmdModifier(it -> it.withEntrypoint("perl"))
                .withCommand("-MIO::Socket::INET", "-e", SEND, client.ipv4());
        generators.put(lane.number(), generator);
        generator.start();
    }

    @Override
    public void closing(Lane lane) throws IOException {
        var generator = Optional.ofNullable(generators.remove(lane.number()));
        if (generator.isPresent()) {
            try (var container = generator.get()) {
                var refused =
                        container.getLogs().lines().filter("refused"::equals).count();
                Files.writeString(
                        Path.of("target", "traffic-" + lane.number() + ".txt"),
                        "the client's host refused " + refused + " datagrams\n");
            }
        }
    }
}
