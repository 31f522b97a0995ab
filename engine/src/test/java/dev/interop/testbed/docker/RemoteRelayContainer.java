package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.interop.protocol.CertificateChain;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.certificates.CertificateAuthority;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A relay outside of the testbed, in a network of its own. Other networks of this machine reach it by a published port. */
public final class RemoteRelayContainer implements AutoCloseable {
    private static final ExposedPort PORT = ExposedPort.udp(4443);
    private static final Map<String, String> LABELS = Map.of("dev.interop.test", "relay");
    private static final long WAIT_NANOS = 20_000_000_000L;

    private final DockerClient client = EngineAddress.connect().client();
    private final String network;
    private final String container;
    private final String gateway;
    private final int port;

    /** Starts this image as a relay and waits until it answers. */
    public RemoteRelayContainer(String image) throws IOException {
        gateway = client.inspectNetworkCmd()
                .withNetworkId("bridge")
                .exec()
                .getIpam()
                .getConfig()
                .get(0)
                .getGateway();
        network = client.createNetworkCmd()
                .withName("interop-test-" + UUID.randomUUID())
                .withLabels(LABELS)
                .exec()
                .getId();
        container = client.createContainerCmd(image)
                .withExposedPorts(PORT)
                .withEnv("MOQT_ROLE=relay", "MOQT_PORT=4443")
                .withLabels(LABELS)
                // The gateway of the engine's default network is reachable from this machine and its containers only.
                .withHostConfig(HostConfig.newHostConfig()
                        .withInit(true)
                        .withNetworkMode(network)
                        .withPortBindings(new PortBinding(Ports.Binding.bindIp(gateway), PORT)))
                .exec()
                .getId();
        var certificates = new ArrayList<>(List.of(TarSource.folder("certs", 0755)));
        certificates.addAll(new CertificateAuthority(new SecureRandom(), Clock.systemUTC(), List.of("server", "relay"))
                .files(CertificateChain.SELF_SIGNED)
                .sources("certs"));
        client.copyArchiveToContainerCmd(container)
                .withRemotePath("/")
                .withTarInputStream(new TarStream(certificates))
                .exec();
        client.startContainerCmd(container).exec();
        port = Integer.parseInt(client.inspectContainerCmd(container)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(PORT)[0]
                .getHostPortSpec());
        await();
    }

    /** A packet of a reserved version (RFC 9000 section 15), which every QUIC server answers. */
    private void await() throws IOException {
        var probe = new byte[1200];
        probe[0] = (byte) 0xc0;
        for (var index = 1; index <= 4; index++) {
            probe[index] = 0x1a;
        }
        probe[5] = 8;
        probe[14] = 8;
        var end = System.nanoTime() + WAIT_NANOS;
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(100);
            while (true) {
                socket.send(new DatagramPacket(probe, probe.length, InetAddress.getByName(gateway), port));
                try {
                    socket.receive(new DatagramPacket(new byte[1500], 1500));
                    return;
                } catch (SocketTimeoutException e) {
                    if (System.nanoTime() > end) {
                        throw e;
                    }
                }
            }
        }
    }

    /** The address of the published port. */
    public String host() {
        return gateway;
    }

    /** The host and port of the relay. */
    public String authority() {
        return gateway + ":" + port;
    }

    @Override
    public void close() throws IOException {
        try (client) {
            client.removeContainerCmd(container).withForce(true).exec();
            client.removeNetworkCmd(network).exec();
        }
    }
}
