package dev.interop.tap;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** See {@link Invariants}: chunking, round trip, random mutation. */
class ParserPropertiesTest {

    @Property
    void invariantsHoldForAnyLinesReadByteByByte(@ForAll long seed, @ForAll @IntRange(max = 60) int lines)
            throws IOException {
        Invariants.check(TapOptions.lenient(), Samples.lines(new Random(seed), lines), 1);
    }

    @Property
    void invariantsHoldForMutatedLinesInAnyChunks(
            @ForAll long seed, @ForAll @IntRange(max = 60) int lines, @ForAll @IntRange(min = 1, max = 40) int chunk)
            throws IOException {
        Random random = new Random(seed);
        Invariants.check(TapOptions.lenient(), Samples.mutate(random, Samples.lines(random, lines)), chunk);
    }

    @Property
    void invariantsHoldInStrictMode(@ForAll long seed, @ForAll @IntRange(max = 60) int lines) throws IOException {
        Random random = new Random(seed);
        Invariants.check(TapOptions.strict(), Samples.mutate(random, Samples.lines(random, lines)), 5);
    }

    @Property
    void invariantsHoldForAnyBytes(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int chunk)
            throws IOException {
        Invariants.check(TapOptions.lenient(), bytes, chunk);
    }
}
