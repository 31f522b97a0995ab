package dev.interop.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs for {@code -Dinterop.tap.fuzz.seconds} on every processor, by default 2, in CI 30. The default of
 * {@code -Dinterop.tap.fuzz.seed} is constant, so that a failure in CI can be repeated; another seed tests other inputs.
 */
@Tag("fuzz")
class FuzzTest {

    private static final int MAX_LINES = 200;
    private static final int MAX_CHUNK = 64;

    @Test
    void noInputThrowsOrBreaksAnInvariant() {
        var duration = Duration.ofSeconds(Long.getLong("interop.tap.fuzz.seconds", 2));
        var end = System.nanoTime() + duration.toNanos();
        var first = Long.getLong("interop.tap.fuzz.seed", 14);
        var seeds = new AtomicLong(first);
        var processors = Runtime.getRuntime().availableProcessors();
        var threads = Executors.newFixedThreadPool(processors);
        try {
            var workers = IntStream.range(0, processors)
                    .mapToObj(it -> CompletableFuture.runAsync(() -> checkUntil(end, seeds), threads))
                    .toArray(CompletableFuture[]::new);
            assertThat(CompletableFuture.allOf(workers)).succeedsWithin(duration.plusMinutes(1));
        } finally {
            threads.shutdownNow();
        }
        System.out.println("fuzz: " + (seeds.get() - first) + " streams in " + duration.toSeconds() + " s on "
                + processors + " processors, up to seed " + (seeds.get() - 1));
    }

    private static void checkUntil(long end, AtomicLong seeds) {
        while (System.nanoTime() < end) {
            check(seeds.getAndIncrement());
        }
    }

    private static void check(long seed) {
        Random random = new Random(seed);
        byte[] bytes = Samples.mutate(random, Samples.lines(random, random.nextInt(MAX_LINES)));
        try {
            Invariants.check(options(random), bytes, 1 + random.nextInt(MAX_CHUNK));
        } catch (IOException | RuntimeException | AssertionError e) {
            fail("seed " + seed + ", bytes " + HexFormat.of().formatHex(bytes), e);
        }
    }

    private static TapOptions options(Random random) {
        TapLimits limits = TapLimits.DEFAULT.withDepth(random.nextInt(4)).withYamlBytes(random.nextInt(200));
        TapOptions options = random.nextBoolean() ? TapOptions.lenient() : TapOptions.strict();
        return random.nextInt(4) == 0 ? options.limits(limits) : options;
    }
}
