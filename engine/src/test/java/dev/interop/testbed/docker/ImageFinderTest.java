package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.testbed.concurrent.SimulatedTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ImageFinderTest {
    private static final String IMAGE = "registry.example/one:1";

    private final FakeContainerBackend engine = new FakeContainerBackend(new SimulatedTime());
    private final ImageFinder finder = new ImageFinder(engine, PullPolicy.MISSING);

    @Test
    void aRegistryThatDoesNotAnswerIsAskedOnce() {
        engine.fails("pullImage", new EngineFailure(EngineFailure.Kind.LOST, "i/o timeout"));

        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> finder.find(IMAGE))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessageContaining(IMAGE + " is not on this machine")
                    .hasMessageContaining("i/o timeout");
        }
        assertThat(engine.calls()).containsOnlyOnce("pullImage");
        assertThat(finder.present(IMAGE)).isEmpty();
    }

    @Test
    void anEngineThatFailedIsAskedAgain() {
        engine.withImage(IMAGE, Map.of());
        engine.beforeCalls((call, number) -> {
            if (number == 1) {
                throw new EngineFailure(EngineFailure.Kind.LOST, "the container engine is ending");
            }
        });
        assertThatThrownBy(() -> finder.find(IMAGE)).hasMessageContaining("is ending");

        assertThat(finder.find(IMAGE).id()).isEqualTo("sha256:" + IMAGE);
    }

    @Test
    @Timeout(60)
    void aSlowRegistryHoldsUpNobodyWhoNeedsAnotherImage() throws Exception {
        var slow = new CountDownLatch(1);
        engine.withImage("there:1", Map.of());
        engine.beforeCalls((call, number) -> {
            if (call.equals("pullImage")) {
                await(slow);
            }
        });
        var pulling = CompletableFuture.runAsync(() -> finder.find(IMAGE));

        assertThat(finder.find("there:1").id()).isEqualTo("sha256:there:1");

        slow.countDown();
        assertThatThrownBy(() -> pulling.get(30, TimeUnit.SECONDS)).hasMessageContaining("is not on this machine");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
