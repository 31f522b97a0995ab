package dev.interop.testbed.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.docker.EngineFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneExtensionsTest {
    private final List<Lane> lanes = List.of(lane(0), lane(3));
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private static Lane lane(int number) {
        return new LaneNetworks(
                number,
                LaneNetworks.left(number, "id-" + number, "left-" + number),
                LaneNetworks.right(number, "id-10" + number, "right-" + number),
                Map.of("dev.interop.session", "s"));
    }

    private LaneExtensions extensions(LaneGuests guests, LaneExtension... extensions) {
        return new LaneExtensions(List.of(extensions), guests, threads, notes::add);
    }

    private LaneExtensions extensions(LaneExtension... extensions) {
        return extensions(network -> List.of(), extensions);
    }

    private class Recorder implements LaneExtension {
        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public void opened(Lane lane) {
            events.add(name + " opened " + lane.number());
        }

        @Override
        public void closing(Lane lane) {
            events.add(name + " closing " + lane.number());
        }
    }

    private static final class Failing implements LaneExtension {
        @Override
        public void opened(Lane lane) {
            throw new AssertionError("no\nproxy");
        }

        @Override
        public void closing(Lane lane) throws Exception {
            throw new InterruptedException("closed");
        }
    }

    @Test
    void extensionsAreCalledInOrderAndInReverseOrderAtTheEnd() {
        var extensions = extensions(new Recorder("a"), new Recorder("b"));

        extensions.opened(lanes);
        extensions.closing();

        assertThat(events)
                .containsExactly(
                        "a opened 0",
                        "b opened 0",
                        "a opened 3",
                        "b opened 3",
                        "b closing 3",
                        "a closing 3",
                        "b closing 0",
                        "a closing 0");
        assertThat(notes).isEmpty();
    }

    @Test
    void lanesThatWereNeverOpenedAreNotClosed() {
        extensions(new Recorder("a")).closing();

        assertThat(events).isEmpty();
    }

    @Test
    void anExceptionOfAnExtensionIsOneNoteForAllLanesAndTheOthersAreCalled() {
        var extensions = extensions(new Failing(), new Recorder("a"));

        extensions.opened(lanes);
        extensions.closing();

        assertThat(notes)
                .containsExactly(
                        "lane extension " + Failing.class.getName()
                                + ".opened() failed: java.lang.AssertionError: no proxy",
                        "lane extension " + Failing.class.getName()
                                + ".closing() failed: java.lang.InterruptedException: closed");
        assertThat(events).hasSize(4);
    }

    @Test
    void anExceptionWithALongMessageIsNotedAtOnce() {
        var blanks = " ".repeat(400_000);

        extensions(new LaneExtension() {
                    @Override
                    public void opened(Lane lane) {
                        throw new IllegalStateException("no" + blanks + "proxy \r\n\n  here");
                    }
                })
                .opened(lanes);

        assertThat(notes)
                .singleElement()
                .asString()
                .endsWith("failed: java.lang.IllegalStateException: no" + blanks + "proxy here");
    }

    @Test
    void theEndOfARunInterruptsAnExtensionThatIsStillOpening() throws Exception {
        var started = new CountDownLatch(1);
        var extensions = extensions(
                new LaneExtension() {
                    @Override
                    public void opened(Lane lane) throws InterruptedException {
                        started.countDown();
                        new CountDownLatch(1).await();
                    }
                },
                new Recorder("a"));
        var opening = CompletableFuture.runAsync(() -> extensions.opened(lanes), threads);
        started.await();

        extensions.closing();

        opening.join();
        assertThat(notes).hasSize(1).first().asString().endsWith("was interrupted by the end of the run");
        assertThat(events).isEmpty();
    }

    @Test
    void aContainerLeftInANetworkIsDisconnectedAndNoted() {
        LaneGuests guests = network -> network.getId().equals("id-100") ? List.of("stray") : List.of();
        var extensions = extensions(guests, new Recorder("a"));

        extensions.opened(lanes);
        extensions.closing();

        assertThat(notes)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("container 'stray' was in network right-0 still: disconnected");
    }

    @Test
    void anEngineThatIsGoneIsNotedAndTheOtherLanesAreClosed() {
        LaneGuests guests = network -> {
            throw new EngineFailure(EngineFailure.Kind.LOST, "gone");
        };
        var extensions = extensions(guests, new Recorder("a"));

        extensions.opened(lanes);
        extensions.closing();

        assertThat(notes).hasSize(4).allMatch(it -> it.endsWith("is not disconnected: gone"));
        assertThat(events).contains("a closing 3");
    }

    @Test
    void closingALanesNetworkLeavesItToTheLane() {
        try (var network = lanes.get(1).clientNetwork()) {
            assertThat(network.getId()).isEqualTo("id-3");
        }
    }

    @Test
    void aNetworkListsItsUsedAndItsFreeAddresses() {
        var client = lanes.get(1).clientNetwork();
        var server = lanes.get(1).serverNetwork();

        assertThat(client.ipv4Subnet()).isEqualTo("193.167.3.0/24");
        assertThat(server.ipv6Subnet()).isEqualTo("fd00:cafe:cafe:103::/64");
        assertThat(client.inUse())
                .containsOnlyKeys("client", "simulator", "tcp-client")
                .containsEntry("client", new LaneAddress("193.167.3.100", "fd00:cafe:cafe:3::100"));
        assertThat(server.inUse()).containsOnlyKeys("client", "server", "simulator", "tcp-server");
        assertThat(server.free())
                .startsWith(new LaneAddress("193.167.103.128", "fd00:cafe:cafe:103::128"))
                .endsWith(new LaneAddress("193.167.103.191", "fd00:cafe:cafe:103::191"))
                .doesNotContainAnyElementsOf(server.inUse().values());
    }
}
