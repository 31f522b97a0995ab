package dev.interop.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.UserError;
import dev.interop.plan.Cell;
import dev.interop.protocol.Protocols;
import dev.interop.recording.Recording;
import dev.interop.report.allure.AllureResults;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The folder of a run's results. It never overwrites the results of an earlier run unless the user asks for it. */
@API(status = Status.INTERNAL)
public final class RunFolder {
    /** The file with one line for each cell's result, written as cells end. */
    public static final String CELLS = "cells.jsonl";

    private static final String MARK = "run.json";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Path root;

    private RunFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder of a new run.
     *
     * @param wanted the requested folder; empty for a new one below {@code target/interop}
     * @param overwrite whether an earlier run in it is removed
     * @param clock the time now
     * @param inputs the inputs of the run, stored for {@link #inputs(Path)}
     * @throws UserError when the folder holds an earlier run or anything else, or cannot be written
     */
    public static RunFolder create(Optional<Path> wanted, boolean overwrite, Clock clock, RunInputs inputs) {
        check(wanted, overwrite);
        var folder = wanted.orElseGet(() -> Path.of("target", "interop", NAME.format(LocalDateTime.now(clock))));
        try {
            var free = claim(folder, wanted.isPresent(), overwrite);
            var json = new ObjectMapper();
            ObjectNode mark = json.valueToTree(new TreeMap<>(self()));
            inputs.write(mark);
            json.writeValue(free.resolve(MARK).toFile(), mark);
            return new RunFolder(free);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Checks that a run could use this folder, without changing anything.
     *
     * @param wanted the requested folder, if any
     * @param overwrite whether an earlier run in it may be removed
     * @throws UserError when it holds an earlier run that must be kept, or is no folder
     */
    public static void check(Optional<Path> wanted, boolean overwrite) {
        if (wanted.isEmpty()) {
            return;
        }
        var folder = wanted.get();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError(folder + ": is no folder; name another one with --out");
        }
        if (!overwrite && holdsRun(folder) && !madeByThisProcess(folder)) {
            throw new UserError(folder + ": holds an earlier run; name another folder with --out, or add --overwrite");
        }
    }

    /**
     * Claims a folder for this run alone: if two runs request the same one, the first to create the marker file gets
     * it.
     */
    private static Path claim(Path folder, boolean asked, boolean overwrite) throws IOException {
        while (true) {
            var free = overwrite ? emptied(folder) : unused(folder, asked);
            Files.createDirectories(free);
            try {
                Files.createFile(free.resolve(MARK));
                return free;
            } catch (FileAlreadyExistsException e) {
                check(Optional.of(free).filter(it -> asked), overwrite);
            }
        }
    }

    /** The error of a folder that cannot be written, for example because the disk is full. */
    public UserError unwritable(IOException cause) {
        return unwritable(root, cause);
    }

    private static UserError unwritable(Path folder, IOException cause) {
        return new UserError(
                        "%s: cannot be written (%s); free some space or name another folder with --out"
                                .formatted(folder, reason(cause)),
                        cause)
                .ofEnvironment();
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(cause.getMessage());
    }

    /**
     * Reads the inputs of the run whose results are in {@code root}.
     *
     * @throws UserError when {@code root} holds no run
     */
    public static RunInputs inputs(Path root) {
        try {
            return RunInputs.read(new ObjectMapper().readTree(root.resolve(MARK).toFile()));
        } catch (IOException e) {
            throw new UserError(root + ": holds no run (" + MARK + " cannot be read); name a run's folder", e);
        }
    }

    /**
     * The newest run below {@code parent}.
     *
     * @throws UserError when there is none
     */
    public static Path newest(Path parent) {
        try (var folders = Files.isDirectory(parent) ? Files.list(parent) : Stream.<Path>empty()) {
            return folders.filter(RunFolder::holdsRun)
                    .max(Comparator.comparing(it -> it.resolve(MARK).toFile().lastModified()))
                    .orElseThrow(() -> new UserError("no run below " + parent + "; name a run's folder"));
        } catch (IOException e) {
            throw new UserError(parent + ": cannot be read: " + e, e);
        }
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** The folder of a protocol's results. */
    public Path of(String protocol) {
        return root.resolve(protocol);
    }

    /** The folder of a cell's recording. */
    public Path of(Cell cell) {
        return root.resolve(cell.logs());
    }

    /**
     * Moves the recording of a cell's attempt that does not count out of the way of the next one.
     *
     * @param number the number of the attempt, from 1
     * @return the new folder, relative to the run's; empty if nothing was recorded
     * @throws UserError when the folder cannot be written
     */
    public String putAside(Cell cell, int number) {
        var aside = AttemptFolders.of(cell.logs(), number);
        try {
            if (!Files.isDirectory(of(cell))) {
                return "";
            }
            Files.move(of(cell), root.resolve(aside));
            return aside;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The folder of Allure's results, written as cells end. */
    public Path allure() {
        return root.resolve(AllureResults.FOLDER);
    }

    /** The file of the cells' results, written as cells end. */
    public Path cells() {
        return root.resolve(CELLS);
    }

    /** A second run in the same process (a rerun of failed tests, a second class) gets a folder beside the first. */
    private static Path unused(Path folder, boolean asked) throws IOException {
        if (!holdsRun(folder)) {
            return folder;
        }
        if (asked && !madeByThisProcess(folder)) {
            throw new UserError(folder + ": holds an earlier run; name another folder with --out, or add --overwrite");
        }
        for (var number = 2; ; number++) {
            var beside = folder.resolveSibling(folder.getFileName() + "-" + number);
            if (!holdsRun(beside)) {
                return beside;
            }
            if (asked && !madeByThisProcess(beside)) {
                throw new UserError(beside + ": holds an earlier run; name another folder with --out");
            }
        }
    }

    /** Removes only the files that a run writes: the folder may hold other files, too. */
    private static Path emptied(Path folder) throws IOException {
        if (holdsRun(folder)) {
            for (var protocol : Protocols.installed().all()) {
                for (var written : List.of("logs", "result.json", "summary.json", "matrix.md")) {
                    delete(folder.resolve(protocol.name()).resolve(written));
                }
            }
            delete(folder.resolve(AllureResults.FOLDER));
            delete(folder.resolve(CELLS));
            delete(folder.resolve(MARK));
        }
        return folder;
    }

    private static void delete(Path file) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(file)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean holdsRun(Path folder) {
        return Files.exists(folder.resolve(MARK)) || Files.exists(folder.resolve(CELLS));
    }

    private static boolean madeByThisProcess(Path folder) {
        try {
            JsonNode mark = new ObjectMapper().readTree(folder.resolve(MARK).toFile());
            return self().entrySet().stream()
                    .allMatch(it -> mark.path(it.getKey()).asText().equals(it.getValue()));
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, String> self() {
        var process = ProcessHandle.current();
        return Map.of(
                "pid", String.valueOf(process.pid()),
                "started", process.info().startInstant().map(Object::toString).orElse("unknown"));
    }

    /**
     * The folders of all recordings below this run's folder, in order. Earlier attempts of cells are left out, unless the
     * folder is that of one.
     *
     * @throws UserError when there is no such folder
     */
    public static List<Path> recordings(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new UserError(root + ": is no folder; name the folder of a run or of a cell");
        }
        try (var files = Files.walk(root)) {
            return files.filter(it -> it.getFileName() != null
                            && it.getFileName().toString().equals(Recording.FILE))
                    .map(Path::getParent)
                    .filter(it -> !AttemptFolders.contain(root.relativize(it)))
                    .sorted()
                    .toList();
        }
    }
}
