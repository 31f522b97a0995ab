package com.example.echo;

import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.result.CellResult;
import dev.interop.result.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a line a cell to {@code outcomes.txt} in the run's folder. Named in
 * {@code META-INF/services/dev.interop.listener.RunListener}.
 */
public final class OutcomeLog implements RunListener {
    private final List<String> lines = new ArrayList<>();
    private Path folder = Path.of("");

    /** For {@link java.util.ServiceLoader}. */
    public OutcomeLog() {}

    @Override
    public void runStarted(Plan plan, Path root) {
        folder = root;
    }

    @Override
    public void cellEnded(Cell cell, CellResult result) {
        lines.add(cell.id() + " " + result.verdict().outcome().label());
    }

    @Override
    public void runEnded(RunResult result) {
        try {
            Files.write(folder.resolve("outcomes.txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
