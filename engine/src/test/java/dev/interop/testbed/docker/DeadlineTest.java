package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interop.testbed.docker.RefusingEngine.Then;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(30)
class DeadlineTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STAYS")
    void aRefusalOfAnEngineThatTakesNoNewConnectionIsTheEnginesEnd(Then then) throws Exception {
        var failure = startedOn(then);

        assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.LOST);
        assertThat(failure).hasMessage("the container engine is ending (starting a container: database not open)");
    }

    @Test
    void aRefusalOfAnEngineThatStillAnswersIsARefusal() throws Exception {
        var failure = startedOn(Then.STAYS);

        assertThat(failure.kind()).isEqualTo(EngineFailure.Kind.REFUSED);
        assertThat(failure).hasMessage("starting a container: database not open");
    }

    private static EngineFailure startedOn(Then then) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try (var engine = new RefusingEngine(then);
                var client = EngineClient.connect(engine.address())) {
            var containers = new EngineContainers(
                    client, () -> EnforcedLimits.ALL, new Deadline(threads, client), new OpenCallbacks());
            return catchThrowableOfType(EngineFailure.class, () -> containers.start("c1"));
        } finally {
            threads.shutdownNow();
        }
    }
}
