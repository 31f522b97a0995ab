package dev.interop.testbed.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.ProcessorWait;
import dev.interop.testbed.conditions.WaitingTimes.Sample;
import dev.interop.verdict.Overload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which waits are not a cell's own doing. */
class ForeignWaitsTest {
    private static final int PROCESSORS = 2;
    /** Others keep all processors busy. */
    private static final Map<Long, Double> BUSY = others(it -> 180.0);

    @Test
    void aWaitThatOthersCausedCounts() {
        var client = List.of(new Sample(1, 40, 10, 38, 4), new Sample(2, 60, 4, 20, 4));

        assertThat(of(client, List.of(), BUSY))
                .containsExactly(Map.entry(ContainerRole.CLIENT, new ProcessorWait(100, 14, 36)));
    }

    @Test
    void aThreadDoesNotWaitWhileItRunsItself() {
        var alone = List.of(new Sample(1, 60, 40, 60, 0));

        assertThat(worst(alone, List.of(), BUSY)).isEqualTo(60);
    }

    @Test
    void anEndpointThatKeepsTheProcessorsBusyWaitsForItself() {
        assertThat(worst(List.of(new Sample(1, 900, 200, 95, 195)), List.of(), BUSY))
                .isZero();
    }

    @Test
    void anEndpointThatKeepsItsPeerFromTheProcessorsIsPartOfTheCell() {
        var waits = of(List.of(new Sample(7, 900, 190, 90, 185)), List.of(new Sample(7, 80, 10, 80, 5)), BUSY);

        assertThat(waits.get(ContainerRole.SERVER).worstMillis()).isZero();
    }

    @Test
    void aWaitForAThousandOwnThreadsBeganSecondsBefore() {
        // Each of them runs once in three seconds, and then has waited for all others.
        assertThat(worst(samples(it -> new Sample(it, 60_000, 200, it < 30 ? it * 100 : 3_000, 197)), List.of(), BUSY))
                .isZero();
    }

    @Test
    void theWaitForAnOwnBurstThatEndsAsASampleBeginsIsOwn() {
        var burst = List.of(new Sample(1, 2_000, 180, 40, 176), new Sample(2, 90, 2, 90, 0));

        assertThat(worst(burst, List.of(), BUSY)).isZero();
    }

    @Test
    void threadsThatShareOneProcessorOfAnIdleMachineWaitForEachOther() {
        // The cell ran for half of what the machine has.
        var pinned = samples(it -> new Sample(it, 60_000, 100, 3_000, 97));

        assertThat(worst(pinned, List.of(), others(it -> 5.0))).isZero();
    }

    @Test
    void processesTooShortForASampleAreNobodysExcuseOnAnIdleMachine() {
        assertThat(worst(List.of(new Sample(1, 300, 3, 80, 1)), List.of(), Map.of()))
                .isZero();
    }

    @Test
    void nobodyWaitsForOthersLongerThanTheseRan() {
        assertThat(worst(List.of(new Sample(5, 90, 2, 90, 0)), List.of(), Map.of(4L, 60.0, 5L, 10.0)))
                .isEqualTo(70);
    }

    @Test
    void threeHundredThreadsThatTakeTurnsOnOneProcessorWaitForEachOtherAlsoBesideOthers() {
        // Others have all of one processor, and half of that to which the cell keeps. 17 threads get it in a sample.
        var pinned = samples(it -> waiting(it, 17, 50, Math.min(1_800, it * 100)));

        assertThat(overload(pinned, others(it -> 150.0))).isEmpty();
    }

    @Test
    void forksWithoutEndDoNotWaitForOthersThatHaveMostOfTheProcessors() {
        var forks = samples(it -> waiting(it, 27, 80, Math.min(2_000, it * 100)));

        assertThat(overload(forks, others(it -> 120.0))).isEmpty();
    }

    @Test
    void aFewThreadsThatAllStarveAreStillOverloaded() {
        // As many as a runtime has that compiles and collects garbage beside its work.
        var starved = List.of(new Sample(1, 480, 10, 120, 8), new Sample(2, 480, 10, 120, 8));

        assertThat(overload(starved, BUSY))
                .hasValueSatisfying(it -> assertThat(it).startsWith("the client waited"));
    }

    private static Sample waiting(long number, int threads, double ranMillis, double eachMillis) {
        return new Sample(number, threads * eachMillis, ranMillis, eachMillis, ranMillis - ranMillis / threads);
    }

    private static Optional<String> overload(List<Sample> client, Map<Long, Double> others) {
        return Overload.of(new MachineConditions(Optional.empty(), of(client, List.of(), others), 0));
    }

    private static double worst(List<Sample> client, List<Sample> server, Map<Long, Double> others) {
        return of(client, server, others).get(ContainerRole.CLIENT).worstMillis();
    }

    private static Map<ContainerRole, ProcessorWait> of(
            List<Sample> client, List<Sample> server, Map<Long, Double> others) {
        return ForeignWaits.of(Map.of(ContainerRole.CLIENT, client, ContainerRole.SERVER, server), others, PROCESSORS);
    }

    private static List<Sample> samples(LongFunction<Sample> of) {
        return LongStream.rangeClosed(1, 60).mapToObj(of).toList();
    }

    private static Map<Long, Double> others(LongFunction<Double> ran) {
        return LongStream.rangeClosed(-40, 60).boxed().collect(Collectors.toMap(it -> it, ran::apply));
    }
}
