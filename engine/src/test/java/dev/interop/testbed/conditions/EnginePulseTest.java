package dev.interop.testbed.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.concurrent.SimulatedTime;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.FakeContainerBackend;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When an engine counts as silent. */
class EnginePulseTest {
    private final SimulatedTime time = new SimulatedTime();
    private final FakeContainerBackend engine = new FakeContainerBackend(time);
    private final EnginePulse pulse = new EnginePulse(engine, time);
    private Duration takes = Duration.ZERO;
    private Optional<EngineFailure> failure = Optional.empty();

    EnginePulseTest() {
        engine.beforeCalls((call, number) -> {
            time.sleep(takes);
            failure.ifPresent(it -> {
                throw it;
            });
        });
    }

    @Test
    void anEngineThatAnswersIsNotSilentEvenIfItTakesSomeSeconds() {
        beats(3);
        takes = EnginePulse.SLOW;
        beats(3);

        assertThat(pulse.longestSilence(0)).isZero();
    }

    @Test
    void anEngineThatStandsStillWasSilentSinceItsLastAnswer() {
        beats(2);
        takes = Duration.ofSeconds(90);
        beats(1);

        assertThat(pulse.longestSilence(0)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(91));
    }

    @Test
    void anEngineThatIsGoneForOneBeatWasSilentHoweverShort() {
        beats(2);
        refuses();
        beats(1);
        failure = Optional.empty();
        beats(1);

        assertThat(pulse.longestSilence(0)).isEqualTo(EnginePulse.INTERVAL.multipliedBy(2));
    }

    @Test
    void aSilenceThatLastsCountsAlready() {
        beats(1);
        refuses();
        beats(5);

        assertThat(pulse.longestSilence(0)).isEqualTo(EnginePulse.INTERVAL.multipliedBy(6));
    }

    @Test
    void aSilenceBeforeACellBeganIsNotItsOwn() {
        refuses();
        beats(3);
        failure = Optional.empty();
        beats(1);
        var began = time.nanos();
        beats(2);

        assertThat(pulse.longestSilence(began)).isZero();
        assertThat(pulse.longestSilence(0)).isPositive();
    }

    private void refuses() {
        failure = Optional.of(new EngineFailure(EngineFailure.Kind.LOST, "connection refused"));
    }

    private void beats(int count) {
        for (var beat = 0; beat < count; beat++) {
            pulse.beat();
            time.sleep(EnginePulse.INTERVAL);
        }
    }
}
