package dev.interop.testbed.docker;

import dev.interop.testbed.concurrent.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls to a {@link FakeContainerBackend}: they are counted, and can be slow, can fail and can be observed. */
final class FakeCalls {
    private final SimulatedTime time;
    private final List<String> names = new ArrayList<>();
    private final List<FakeContainerBackend.Interruption> interruptions = new ArrayList<>();
    private Optional<EngineFailure> lost = Optional.empty();

    FakeCalls(SimulatedTime time) {
        this.time = time;
    }

    /** Counts a call of this name, runs what has to run before it returns, and fails if the engine is lost. */
    void called(String name) {
        int number;
        synchronized (this) {
            names.add(name);
            number = names.size();
        }
        List.copyOf(interruptions).forEach(it -> it.at(name, number));
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    synchronized List<String> names() {
        return List.copyOf(names);
    }

    void before(FakeContainerBackend.Interruption interruption) {
        interruptions.add(interruption);
    }

    void slow(String call, Duration takes) {
        before((name, number) -> {
            if (name.equals(call)) {
                time.sleep(takes);
            }
        });
    }

    void fails(String call, EngineFailure failure) {
        before((name, number) -> {
            if (name.equals(call)) {
                throw failure;
            }
        });
    }

    /** Makes all further calls fail. */
    void areLost(EngineFailure failure) {
        lost = Optional.of(failure);
    }
}
