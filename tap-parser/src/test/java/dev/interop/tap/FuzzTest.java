package dev.interop.tap;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs for {@code -Dinterop.tap.fuzz.seconds}, by default 2, in CI 60. The default of {@code -Dinterop.tap.fuzz.seed} is
 * constant, so that a failure in CI can be repeated; another seed tests other inputs.
 */
@Tag("fuzz")
class FuzzTest {

    private static final int MAX_LINES = 200;
    private static final int MAX_CHUNK = 64;

    @Test
    void noInputThrowsOrBreaksAnInvariant() {
        Duration duration = Duration.ofSeconds(Long.getLong("interop.tap.fuzz.seconds", 2));
        long end = System.nanoTime() + duration.toNanos();
        long seed = Long.getLong("interop.tap.fuzz.seed", 14);
        long runs = 0;
        while (System.nanoTime() < end) {
            check(seed++);
            runs++;
        }
        System.out.println("fuzz: " + runs + " streams in " + duration.toSeconds() + " s, up to seed " + (seed - 1));
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
