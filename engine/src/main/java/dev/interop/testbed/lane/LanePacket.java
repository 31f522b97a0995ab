package dev.interop.testbed.lane;

import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.RunGuard;
import dev.interop.testbed.context.Machine;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.NetworkAttachment;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Sends a packet of each address family through a lane and its simulator, and back. */
@API(status = Status.INTERNAL)
public final class LanePacket {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** Longer than the server waits for the simulator. */
    private static final Duration SERVER_LIMIT = Duration.ofSeconds(12);

    private static final long MEMORY_BYTES = 256L << 20;
    private static final long PIDS = 64;
    private static final String SCENARIO = "simple-p2p --delay=1ms --bandwidth=10Mbps --queue=25";

    private static final int NO_IPV4 = 1;
    private static final int NO_IPV6 = 2;
    private static final int NO_SIMULATOR = 4;

    /** A script that answers each packet at port 4433, and says first whether it reaches the simulator. */
    private static final String SERVER = """
            /setup.sh >/dev/null; /wait-for-it.sh sim:57832 -q -t 10 || exit 4
            exec perl -MSocket -e '
                socket(my $s, PF_INET6, SOCK_DGRAM, 0);
                bind($s, sockaddr_in6(4433, Socket::IN6ADDR_ANY)) or die;
                send($s, $b, 0, $_) while ($_ = recv($s, $b, 99, 0))'""";

    /** A script that sends packets until it gets answers of both families, and ends with what it did not get. */
    private static final String CLIENT = """
            /setup.sh >/dev/null; /wait-for-it.sh sim:57832 -q -t 10 || exit 4
            exec perl -MSocket=:DEFAULT,inet_pton,pack_sockaddr_in6 -e '
                my %open = (1 => [PF_INET, pack_sockaddr_in(4433, inet_aton($ARGV[0]))],
                    2 => [PF_INET6, pack_sockaddr_in6(4433, inet_pton(AF_INET6, $ARGV[1]))]);
                for (values %open) { socket($_->[2], $_->[0], SOCK_DGRAM, 0) or die; $_->[2]->blocking(0) }
                for (1 .. 50) {
                    send($_->[2], "packet", 0, $_->[1]) for values %open;
                    select undef, undef, undef, 0.1;
                    for my $family (keys %open) {
                        delete $open{$family} if defined recv($open{$family}[2], $b, 99, 0) && $b eq "packet";
                    }
                    last unless %open;
                }
                my $code = 0; $code += $_ for keys %open; exit $code' "$1" "$2"\n""";

    private final TestbedContext context;

    private LanePacket(TestbedContext context) {
        this.context = context;
    }

    /**
     * The way of the packet.
     *
     * @param missing the first leg that failed, in words; empty if the packet and its answer arrived
     * @param openLane the reason why lanes cannot be closed towards the machine; empty if they are
     * @param filtered whether the machine's packet filter sees what bridges pass on
     */
    @API(status = Status.INTERNAL)
    public record Result(Optional<String> missing, Optional<String> openLane, boolean filtered) {}

    /**
     * Sends the packet through a new lane, which is removed afterwards.
     *
     * @throws EngineFailure when a container or network cannot be made
     * @throws InterruptedException when the thread is interrupted
     */
    public static Result send(ContainerBackend engine, TestbedOptions options) throws InterruptedException {
        var machine = Machine.system();
        var owner = Owner.current(options.session());
        try (var guard = RunGuard.open(engine, owner, options.progress(), machine.hooks())) {
            return new LanePacket(TestbedContext.of(guard.backend(), options, owner, machine)).send();
        } finally {
            machine.threads().shutdownNow();
        }
    }

    private Result send() throws InterruptedException {
        var lane = new LaneBuilder(
                        context.engine(), context.owner(), context.options().progress())
                .next();
        var guard = LaneGuard.start(context);
        var open = guard.seal(List.of(lane));
        var filtered = guard.setting("net/bridge/bridge-nf-call-iptables").equals("1")
                || guard.setting("net/bridge/bridge-nf-call-ip6tables").equals("1");
        var missing = missing(lane);
        guard.close();
        return new Result(missing, open, filtered);
    }

    private Optional<String> missing(LaneNetworks lane) throws InterruptedException {
        var simulator = start(
                "sim",
                context.options().simulatorImage(),
                List.of(),
                Map.of("SCENARIO", SCENARIO),
                Networking.own("sim", List.of(), lane.simulator()),
                Privilege.SIMULATOR);
        var to = lane.server();
        var server = endpoint("server", List.of("sh", "-c", SERVER), hosts(lane, SandboxSlot.SERVER), to);
        var command = List.of("sh", "-c", CLIENT, "sh", to.ipv4(), to.ipv6());
        var client = endpoint("client", command, hosts(lane, SandboxSlot.CLIENT), lane.client());
        var code = exit(client, LIMIT)
                .orElseThrow(() -> new EngineFailure(
                        EngineFailure.Kind.LOST, "the client did not end within " + LIMIT.toSeconds() + " s"));
        if (code == 0) {
            return Optional.empty();
        }
        if (!context.engine().stateOf(simulator).running()) {
            return Optional.of("the simulator ended");
        }
        return Optional.of(leg(code, exit(server, SERVER_LIMIT).orElse(0)));
    }

    static String leg(int client, int server) {
        if (client == NO_SIMULATOR) {
            return "nothing gets from the client to the simulator";
        }
        if (server == NO_SIMULATOR) {
            return "nothing gets from the server to the simulator";
        }
        return switch (client) {
            case NO_IPV4 -> "IPv6 arrives and IPv4 does not";
            case NO_IPV6 -> "IPv4 arrives and IPv6 does not";
            case NO_IPV4 + NO_IPV6 ->
                "both ends reach the simulator, and what it passes on to the other network does not arrive";
            default -> "the client ended with exit code " + client;
        };
    }

    private List<String> hosts(LaneNetworks lane, SandboxSlot slot) {
        return lane.hosts(slot, context.certificates().serverNames());
    }

    private String endpoint(String name, List<String> command, List<String> hosts, NetworkAttachment at) {
        return start(
                name,
                context.options().sandboxImage(),
                command,
                Map.of(),
                Networking.own(name, hosts, List.of(at)),
                Privilege.ENDPOINT);
    }

    private String start(
            String name,
            String image,
            List<String> command,
            Map<String, String> env,
            Networking networking,
            Privilege privilege) {
        var id = context.engine()
                .createContainer(new ContainerSpec(
                        context.containerName(name),
                        context.images().find(image).id(),
                        context.owner().labels(),
                        Program.of(command).withEnv(env),
                        networking,
                        privilege,
                        new Resources(MEMORY_BYTES, PIDS, Math.min(1, context.cpus()))));
        context.engine().startContainer(id);
        return id;
    }

    private Optional<Integer> exit(String container, Duration limit) throws InterruptedException {
        try {
            return Optional.of(context.engine().exitOf(container).get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineFailure failure
                    ? failure
                    : new EngineFailure(EngineFailure.Kind.LOST, String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }
}
