package dev.interop.storage;

import dev.interop.UserError;
import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads the folders that earlier runs have written. */
@API(status = Status.INTERNAL)
public final class EarlierRuns {
    private EarlierRuns() {}

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

    /** What the runs of one build have in common, as text; empty if that is not stored. */
    public static String build(Path root) {
        try {
            return RunMark.read(root).build().text();
        } catch (IOException unreadable) {
            return "";
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
                mark.filter(it -> folder.equals(root) || it.build().isSame(build))
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
            return Optional.of(RunMark.read(folder)).filter(it -> Files.exists(folder.resolve(RunFolder.CELLS)));
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
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var isAside = !folder.equals(root) && AttemptFolders.isOne(folder);
                return isAside ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith(Recording.FILE)) {
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
