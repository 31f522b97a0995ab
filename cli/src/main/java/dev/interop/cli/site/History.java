package dev.interop.cli.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.UserError;
import dev.interop.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The runs before this one: a JSON object a line, {@code {"started": …, "cells": {ID: OUTCOME}}}, the oldest first. Some 50
 * bytes a cell, so that years of a small matrix, or weeks of a large one, stay small enough for a cache.
 */
@API(status = Status.INTERNAL)
public final class History {
    /** The number of runs that are kept: a month of nightly runs. */
    private static final int MOST = 30;

    private final List<PastRun> runs;

    private History(List<PastRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /** A history without runs. */
    public static History none() {
        return new History(List.of());
    }

    /** A history of these runs, the oldest first. */
    public static History of(List<PastRun> runs) {
        return new History(runs);
    }

    /**
     * Reads a file; one that does not exist yet is empty.
     *
     * @throws UserError when the file is no history
     */
    public static History read(Path file) {
        var runs = new ArrayList<PastRun>();
        if (Files.notExists(file)) {
            return new History(runs);
        }
        var json = new ObjectMapper();
        try (var lines = Files.lines(file)) {
            for (var line : lines.filter(it -> !it.isBlank()).toList()) {
                runs.add(run(json.readTree(line)));
            }
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new UserError(
                    "%s:%d: no history of runs; name another file with --history, or remove it"
                            .formatted(file, runs.size() + 1),
                    e);
        }
        return new History(runs);
    }

    private static PastRun run(JsonNode line) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        line.path("cells")
                .properties()
                .forEach(it -> outcomes.put(it.getKey(), outcome(it.getValue().asText())));
        return new PastRun(Instant.parse(line.path("started").asText()), outcomes);
    }

    private static Outcome outcome(String label) {
        return Arrays.stream(Outcome.values())
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    /** The runs that began before {@code now}, the oldest first. */
    public List<PastRun> before(Instant now) {
        return runs.stream().filter(it -> it.started().isBefore(now)).toList();
    }

    /**
     * Writes these runs and {@code now}, which replaces one that began at the same time.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(Path file, PastRun now) throws IOException {
        var all = new ArrayList<>(runs);
        all.removeIf(it -> it.started().equals(now.started()));
        all.add(now);
        all.sort((a, b) -> a.started().compareTo(b.started()));
        var json = new ObjectMapper();
        var text = new StringBuilder();
        for (var run : all.subList(Math.max(0, all.size() - MOST), all.size())) {
            var line = json.createObjectNode().put("started", run.started().toString());
            var cells = line.putObject("cells");
            run.outcomes().forEach((id, outcome) -> cells.put(id, outcome.label()));
            text.append(json.writeValueAsString(line)).append('\n');
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
