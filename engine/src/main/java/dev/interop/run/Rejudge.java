package dev.interop.run;

import dev.interop.UserError;
import dev.interop.protocol.Protocols;
import dev.interop.recording.RecordingStore;
import dev.interop.storage.EarlierRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Judges stored recordings again, without running endpoints. */
@API(status = Status.INTERNAL)
public final class Rejudge {
    private final Protocols protocols;
    private final CellJudge judge;
    private final RecordingStore recordings = new RecordingStore();

    /**
     * @param protocols the protocols with their test cases
     * @param judge judges the recordings
     */
    public Rejudge(Protocols protocols, CellJudge judge) {
        this.protocols = protocols;
        this.judge = judge;
    }

    /**
     * A recording and its new judgement.
     *
     * @param folder the recording's folder
     * @param cell the cell's id
     * @param judgement the new judgement
     * @param measured the measured value with its unit, for a repetition of a measurement
     */
    public record Rejudged(Path folder, String cell, CellJudge.Judgement judgement, Optional<String> measured) {}

    /**
     * Judges every recording below {@code root}, in order.
     *
     * @throws dev.interop.UserError when there is no recording, or a test case no longer exists
     */
    public List<Rejudged> below(Path root, Consumer<Rejudged> each) {
        try {
            var all = new ArrayList<Rejudged>();
            for (var folder : EarlierRuns.recordings(root)) {
                var recording = recordings.read(folder);
                var test = protocols
                        .named(recording.protocol())
                        .testCase(recording.test())
                        .orElseThrow(() -> new UserError("%s: test case '%s' of protocol %s no longer exists"
                                .formatted(folder, recording.test(), recording.protocol())));
                var judgement = judge.judge(recording, test);
                var measured = test.measure().flatMap(it -> Results.measured(it, judgement));
                var rejudged = new Rejudged(
                        folder,
                        recording.cell().id(),
                        judgement,
                        measured.map(it -> it.valuesText() + " " + it.unit()));
                each.accept(rejudged);
                all.add(rejudged);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
