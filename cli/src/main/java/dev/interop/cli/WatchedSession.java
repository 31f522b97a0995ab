package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.config.ExecutionParameters;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.registry.Mount;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The run of a session, watched: its mounted files and the images of its plan. */
final class WatchedSession implements WatchedRun.Subject {
    private final MatrixSession session;
    private final MatrixOptions options;
    private Optional<Plan> plan = Optional.empty();
    private WatchedInputs images = new WatchedInputs(Map.of());
    private Optional<Engine> engine = Optional.empty();

    WatchedSession(MatrixSession session, MatrixOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public WatchedInputs run() {
        // Before the files are read: what is written from now on is a change.
        var files = WatchedInputs.ofFiles(files());
        disconnect();
        session.run(RepeatedRun.Times.ONCE, it -> {
            plan = Optional.of(it);
            images = images();
            // What differs from run to run is the change alone.
            options.putIfAbsent(ExecutionParameters.SEED, Seeds.format(it.seed()));
        });
        return files.and(images);
    }

    @Override
    public WatchedInputs now() {
        images = images();
        return WatchedInputs.ofFiles(files()).and(images);
    }

    private List<Path> files() {
        return options.settings().registries().mounts().stream()
                .map(Mount::file)
                .toList();
    }

    /** The images' state; the last one known while the container engine does not answer. */
    private WatchedInputs images() {
        try {
            var connected = engine.orElseGet(Engine::connect);
            engine = Optional.of(connected);
            return plan.map(it -> WatchedInputs.ofImages(
                            it, name -> connected.findImage(name).map(ImageFacts::id)))
                    .orElse(images);
        } catch (UserError | EngineFailure e) {
            disconnect();
            return images;
        }
    }

    private void disconnect() {
        engine.ifPresent(Engine::close);
        engine = Optional.empty();
    }
}
