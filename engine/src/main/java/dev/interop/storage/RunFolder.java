package dev.interop.storage;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.report.allure.AllureResults;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The folder of a run's results. It never overwrites the results of an earlier run unless the user asks for it. */
@API(status = Status.INTERNAL)
public final class RunFolder {
    /** The file with one line for each cell's result, written as cells end. */
    public static final String CELLS = "cells.jsonl";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss");

    private final Path root;

    private RunFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder of a new run. Further runs of the same build get folders beside it.
     *
     * @param settings name the folder, if the user wants a certain one, and the build
     * @param clock the time now
     * @param inputs the inputs of the run, stored for {@link EarlierRuns#inputs(Path)}
     * @throws UserError when the folder holds an earlier run or anything else, or cannot be written
     */
    public static RunFolder create(Settings settings, Clock clock, RunInputs inputs) {
        var folder = settings.output()
                .folder()
                .orElseGet(() -> Path.of("target", "interop", NAME.format(LocalDateTime.now(clock))));
        try {
            return new RunFolder(claim(folder, settings).claim(inputs, clock.instant()));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Checks that a run could use its folder, without changing anything.
     *
     * @throws UserError when it holds an earlier run that must be kept or other files, or is no folder
     */
    public static void check(Settings settings) {
        settings.output().folder().ifPresent(it -> claim(it, settings).check());
    }

    private static FolderClaim claim(Path folder, Settings settings) {
        var build = Build.current(settings.output().build().orElse(""), System.getProperties());
        return new FolderClaim(
                folder,
                settings.output().folder().isPresent(),
                settings.output().overwrite(),
                build);
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
        try {
            if (!Files.isDirectory(of(cell))) {
                return "";
            }
            var aside = AttemptFolders.putAside(root, cell.logs(), number);
            for (var it = 1; Files.isDirectory(repetition(cell, it)); it++) {
                AttemptFolders.putAside(root, RepetitionFolders.of(cell.logs(), it), number);
            }
            return aside;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Moves the recording of a cell's attempt that was put aside back into the cell's folder, which must not be there.
     *
     * @param number the number of the attempt, from 1
     * @throws UserError when the folder cannot be written
     */
    public void takeBack(Cell cell, int number) {
        try {
            AttemptFolders.takeBack(root, cell.logs(), number);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Moves the recording of a repetition of a measurement's cell out of the way of the next one.
     *
     * @param number the number of the repetition, from 1
     * @throws UserError when the folder cannot be written
     */
    public void putAsideRepetition(Cell cell, int number) {
        try {
            Files.move(of(cell), repetition(cell, number));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path repetition(Cell cell, int number) {
        return root.resolve(RepetitionFolders.of(cell.logs(), number));
    }

    /** The folder of Allure's results, written as cells end. */
    public Path allure() {
        return root.resolve(AllureResults.FOLDER);
    }

    /** The file of the cells' results, written as cells end. */
    public Path cells() {
        return root.resolve(CELLS);
    }
}
