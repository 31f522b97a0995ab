package dev.interop.testbed.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.testbed.docker.EngineFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of events in a cell, on a fake engine in simulated time. */
@Timeout(20)
class CellRaceTest {
    private static final long READY = 100;

    private SimulatedBed bed;

    @BeforeEach
    void openTestbed(@TempDir Path folder) {
        bed = new SimulatedBed(folder);
        bed.engine.script("sim").prints(READY, "sim: running\n");
    }

    @Test
    void aClientThatEndsFirstEndsTheCell() {
        bed.engine.script("client").exits(700, 0);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(end(recording, ContainerRole.CLIENT).how()).isEqualTo(How.EXITED);
        assertThat(end(recording, ContainerRole.SERVER).how()).isEqualTo(How.STOPPED);
        assertThat(recording.execution().times().run()).isEqualTo(0.6);
    }

    @Test
    void theSimulatorGetsTheSeedWithTheScenarioAndTheRecordingHasThemApart() {
        var recording = bed.run();

        assertThat(bed.engine.spec("sim").program().env()).containsEntry("SCENARIO", "a scenario --seed=0x1");
        assertThat(recording.scenario()).isEqualTo("a scenario");
        assertThat(recording.setup().seed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 2"})
    void aServerThatEndsFirstWaitsForItsClientLongerIfAllIsSent(int code, int seconds) {
        bed.engine.script("server").exits(500, code);
        bed.engine.script("client").exits(500 + 1000 * seconds - 1, 0);

        assertThat(bed.run().end()).isEqualTo(CellEnd.CLIENT);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 2"})
    void aServerWhoseClientTakesLongerEndsTheCell(int code, int seconds) {
        bed.engine.script("server").exits(500, code);
        bed.engine.script("client").exits(500 + 1000 * seconds + 1, 0);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.SERVER);
        assertThat(end(recording, ContainerRole.CLIENT).how()).isEqualTo(How.STOPPED);
    }

    @Test
    void aServerThatDoesNotSupportTheTestCaseEndsTheCellAtOnce() {
        bed.engine.script("server").exits(500, 127);
        bed.engine.script("client").exits(700, 0);

        assertThat(bed.run().end()).isEqualTo(CellEnd.SERVER);
    }

    @Test
    void theClientDecidesACellWhoseEndpointsEndAtTheSameTime() {
        bed.engine.script("server").exits(500, 0);
        bed.engine.script("client").exits(500, 0);

        assertThat(bed.run().end()).isEqualTo(CellEnd.CLIENT);
    }

    @Test
    void aClientThatEndsWithTheTimeLimitIsInTime() {
        bed.engine.script("client").exits(READY + SimulatedBed.LIMIT.toMillis(), 0);

        assertThat(bed.run().end()).isEqualTo(CellEnd.CLIENT);
    }

    @Test
    void aClientThatTakesLongerThanItsTimeLimitIsStopped() {
        bed.engine.script("client").exits(READY + SimulatedBed.LIMIT.toMillis() + 1, 0);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.TIME_LIMIT);
        assertThat(end(recording, ContainerRole.CLIENT).how()).isEqualTo(How.TIMED_OUT);
        assertThat(recording.execution().times().run()).isEqualTo(60);
    }

    @Test
    void aSimulatorThatIsNeverReadyIsTheCellsFault() {
        bed.engine.script("sim").printsNothing();

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.FAULT);
        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.SIMULATOR_FAILED);
        assertThat(bed.time.passed()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aSimulatorThatEndsByItselfIsTheCellsFault() {
        bed.engine.script("sim").exits(9000, 1);
        bed.engine.script("client").exits(50_000, 0);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.SIM);
        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.SIMULATOR_FAILED);
    }

    @Test
    void aSimulatorThatRefusesItsScenarioIsNotBlamedOnTheServer() {
        bed.engine.script("sim").printsNothing().exits(500, 2);

        assertThat(bed.run().fault().map(Fault::text)).hasValue("the simulator refused its scenario, with exit code 2");
    }

    @Test
    void aSimulatorThatGivesUpBeforeTheClientBeginsMayHaveMissedTheServer() {
        bed.engine.script("sim").printsNothing().exits(500, 1);

        assertThat(bed.run().fault().map(Fault::text))
                .hasValueSatisfying(it -> assertThat(it).contains("exit code 1", "did the server answer?"));
    }

    @Test
    void aCellThatIsCancelledBeforeItStartsStartsNothing() {
        bed.watch.cancel();

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CANCELLED);
        assertThat(bed.engine.calls()).doesNotContain("startContainer");
        assertThat(end(recording, ContainerRole.CLIENT).how()).isEqualTo(How.NOT_STARTED);
        assertNoContainerIsLeft();
    }

    @Test
    void aCellThatIsCancelledWhileItStartsEndsWithoutItsClient() {
        bed.engine.slow("startContainer", Duration.ofSeconds(1));
        bed.cancelsAfter(1500);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CANCELLED);
        assertThat(Stream.of(ContainerRole.values())
                        .map(it -> end(recording, it).how()))
                .contains(How.NOT_STARTED, How.STOPPED);
        assertNoContainerIsLeft();
    }

    @Test
    void aCancelDuringTheRunStopsContainersWithoutGrace() {
        bed.engine.script("server").stopsAfter(5000);
        bed.cancelsAfter(3000);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CANCELLED);
        assertThat(bed.time.passed()).isEqualTo(Duration.ofSeconds(3));
        assertNoContainerIsLeft();
    }

    @Test
    void aCancelDuringTheCopyingOfFilesDoesNotChangeACell() {
        bed.engine.script("client").exits(700, 0);
        bed.engine.slow("copyOut", Duration.ofSeconds(1));
        bed.cancelsAfter(1200);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(recording.fault()).isEmpty();
        assertNoContainerIsLeft();
    }

    @Test
    void aContainerThatCannotBeStoppedIsAFaultOnceTheEnginesLimitIsOver() {
        bed.engine.script("client").exits(700, 0);
        bed.engine.script("server").neverStops();

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.ENGINE_LOST);
        assertThat(end(recording, ContainerRole.CLIENT).how()).isEqualTo(How.EXITED);
    }

    @Test
    void anEngineThatGoesAwayInTheMiddleIsTheCellsFault() {
        bed.time.after(Duration.ofSeconds(3), bed.engine::isLost);

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.FAULT);
        assertThat(recording.fault().map(Fault::code)).hasValue(Fault.Code.ENGINE_LOST);
        assertThat(bed.time.passed()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"createContainer", "copyIn", "attach", "startContainer", "exitOf", "stateOf", "copyOut"})
    void aCallThatFailsIsTheCellsFaultAndLeavesNothing(String call) {
        bed.engine.script("client").exits(700, 0);
        bed.engine.fails(call, new EngineFailure(EngineFailure.Kind.REFUSED, "no"));

        var recording = bed.run();

        assertThat(recording.fault()).isPresent();
        assertNoContainerIsLeft();
    }

    @Test
    void aStartWaitsForAnAddressThatIsBeingReleased() {
        bed.engine.script("client").exits(700, 0);
        bed.engine.beforeCalls((call, number) -> {
            if (call.equals("startContainer") && bed.time.passed().toMillis() < 400) {
                throw new EngineFailure(EngineFailure.Kind.CONFLICT, "address already in use");
            }
        });

        var recording = bed.run();

        assertThat(recording.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(recording.fault()).isEmpty();
    }

    private void assertNoContainerIsLeft() {
        assertThat(bed.engine.containerNames()).isEmpty();
    }

    private static ContainerEnd end(Recording recording, ContainerRole role) {
        return recording.ending(role).orElseThrow();
    }
}
