package dev.interop.storage;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.recording.Recording;
import dev.interop.report.allure.AllureResults;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
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
     * @param inputs the inputs of the run, stored for {@link #inputs(Path)}
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

    /**
     * Reads the inputs of the run whose results are in {@code root}.
     *
     * @throws UserError when {@code root} holds no run
     */
    public static RunInputs inputs(Path root) {
        try {
            return RunMark.read(root).inputs();
        } catch (IOException e) {
            throw new UserError(root + ": holds no run (" + RunMark.FILE + " cannot be read); name a run's folder", e);
        }
    }

    /** When the run in {@code root} began, if that is stored. */
    public static Optional<Instant> begun(Path root) {
        try {
            return Optional.of(RunMark.read(root).begun()).filter(it -> it.isAfter(Instant.EPOCH));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * All runs that one build has written beside each other, the earliest first: one for each test class and rerun.
     *
     * @param root the folder of one of them
     */
    public static List<Path> ofBuild(Path root) {
        try {
            var build = RunMark.read(root).build();
            var runs = new TreeMap<Instant, List<Path>>();
            for (var folder : siblings(root)) {
                var mark = folder.equals(root) ? Optional.of(RunMark.read(root)) : readable(folder);
                mark.filter(it -> it.build().isSame(build))
                        .ifPresent(it -> runs.computeIfAbsent(it.begun(), key -> new ArrayList<>())
                                .add(folder));
            }
            return runs.values().stream().flatMap(List::stream).toList();
        } catch (IOException unmarked) {
            return List.of(root);
        }
    }

    private static Optional<RunMark> readable(Path folder) {
        try {
            return Optional.of(RunMark.read(folder)).filter(it -> Files.exists(folder.resolve(CELLS)));
        } catch (IOException noRun) {
            return Optional.empty();
        }
    }

    private static List<Path> siblings(Path root) throws IOException {
        var parent = root.getParent();
        try (var folders = Files.list(parent == null ? root.toAbsolutePath().getParent() : parent)) {
            return Stream.concat(Stream.of(root), folders.filter(it -> !isSame(it, root)))
                    .toList();
        }
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /**
     * The newest run below {@code parent}.
     *
     * @throws UserError when there is none
     */
    public static Path newest(Path parent) {
        try (var folders = Files.isDirectory(parent) ? Files.list(parent) : Stream.<Path>empty()) {
            return folders.filter(FolderClaim::holdsRun)
                    .max(Comparator.comparing(
                            it -> it.resolve(RunMark.FILE).toFile().lastModified()))
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

    /**
     * The folders of all recordings below this run's folder, in order. Earlier attempts of cells are left out, unless the
     * folder is that of one. Folders that cannot be read are passed over.
     *
     * @throws UserError when there is no such folder, or no recording in it
     */
    public static List<Path> recordings(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new UserError(root + ": is no folder; name the folder of a run or of a cell");
        }
        var found = new TreeSet<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith(Recording.FILE) && !AttemptFolders.contain(root.relativize(file.getParent()))) {
                    found.add(file.getParent());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }
        });
        if (found.isEmpty()) {
            throw new UserError(root + ": holds no recordings; name the folder of a run or of a cell");
        }
        return List.copyOf(found);
    }
}
