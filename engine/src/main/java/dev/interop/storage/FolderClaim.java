package dev.interop.storage;

import dev.interop.UserError;
import dev.interop.protocol.Protocols;
import dev.interop.report.allure.AllureResults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Claims a folder for one run. Results of the same build stay: its later runs get folders beside the first. Results of
 * earlier builds are refused, or removed if the user wants them overwritten.
 *
 * @param wanted the folder
 * @param named whether the user named it; otherwise it has a name of its own by its time
 * @param overwrite whether runs of earlier builds are removed
 * @param build the build that this run belongs to
 */
record FolderClaim(Path wanted, boolean named, boolean overwrite, Build build) {
    /** Held while a folder is claimed, since JVMs of one build may claim the same one at the same time. */
    private static final String LOCK = ".lock";

    /**
     * Checks that the folder could be claimed, without changing anything.
     *
     * @throws UserError when it is no folder, holds other files, or an earlier run that must be kept
     */
    void check() {
        if (!Files.exists(wanted)) {
            return;
        }
        if (!Files.isDirectory(wanted)) {
            throw new UserError(wanted + ": is no folder; name another one with --out");
        }
        if (!holdsRun(wanted)) {
            if (named && !isEmpty(wanted)) {
                throw new UserError(
                        wanted + ": holds files that no run has written; name a new or an empty folder with --out");
            }
        } else if (named && !isOfBuild(wanted)) {
            checkEarlier(wanted);
        }
    }

    /** Checks that a run of another build may be removed. */
    private void checkEarlier(Path folder) {
        if (!overwrite) {
            throw new UserError(folder + ": holds an earlier run; name another folder with --out, or add --overwrite");
        }
        // A daemon's next build must not remove what an earlier JVM of the same build has written.
        if (mark(folder)
                .filter(it -> build.daemon() && it.build().process().isSame(build.process()))
                .isPresent()) {
            throw new UserError(folder + ": holds a run of the same build daemon, of this build or an earlier one;"
                    + " tell the builds apart with interop.out.build, such as by their time");
        }
    }

    /**
     * Claims the folder, or one beside it.
     *
     * @throws UserError like {@link #check()}
     * @throws IOException when it cannot be written
     */
    Path claim(RunInputs inputs, Instant begun) throws IOException {
        Files.createDirectories(wanted);
        // A file's lock holds off other JVMs only.
        synchronized (FolderClaim.class) {
            try (var channel =
                    FileChannel.open(wanted.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                check();
                var free = free();
                Files.createDirectories(free);
                var beside = free.equals(wanted) ? "" : String.valueOf(wanted.getFileName());
                var self = Build.Process.of(ProcessHandle.current());
                new RunMark(build, self, begun, beside, inputs).write(free);
                return free;
            }
        }
    }

    private Path free() throws IOException {
        if (named && overwrite && holdsRun(wanted) && !isOfBuild(wanted)) {
            for (var old : beside()) {
                empty(old);
                if (isEmpty(old)) {
                    delete(old);
                }
            }
            empty(wanted);
        }
        if (!holdsRun(wanted)) {
            return wanted;
        }
        for (var number = 2; ; number++) {
            var next = wanted.resolveSibling(wanted.getFileName() + "-" + number);
            if (!Files.exists(next) || Files.isDirectory(next) && isEmpty(next)) {
                return next;
            }
            if (named && !overwrite && holdsRun(next) && !isOfBuild(next)) {
                throw new UserError(next + ": holds an earlier run; name another folder with --out");
            }
        }
    }

    /** The folders that an earlier build made beside this one, for its further runs. */
    private List<Path> beside() throws IOException {
        var name = String.valueOf(wanted.getFileName());
        try (var folders = Files.list(wanted.toAbsolutePath().getParent())) {
            return folders.filter(FolderClaim::holdsRun)
                    .filter(it ->
                            mark(it).filter(mark -> mark.beside().equals(name)).isPresent())
                    .filter(it -> !isOfBuild(it))
                    .toList();
        }
    }

    private boolean isOfBuild(Path folder) {
        return mark(folder).filter(it -> it.build().isSame(build)).isPresent();
    }

    private static Optional<RunMark> mark(Path folder) {
        try {
            return Optional.of(RunMark.read(folder));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the folder holds a run's results. */
    static boolean holdsRun(Path folder) {
        return RunMark.isIn(folder) || Files.exists(folder.resolve(RunFolder.CELLS));
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
            return files.allMatch(it -> it.endsWith(LOCK));
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read: " + e.getMessage(), e).ofEnvironment();
        }
    }

    /** Removes only the files that a run writes: the folder may hold other files, too. */
    private static void empty(Path folder) throws IOException {
        for (var protocol : Protocols.installed().all()) {
            for (var written : List.of("logs", "result.json", "summary.json", "matrix.md")) {
                delete(folder.resolve(protocol.name()).resolve(written));
            }
            var own = folder.resolve(protocol.name());
            if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS) && isEmpty(own)) {
                delete(own);
            }
        }
        delete(folder.resolve(AllureResults.FOLDER));
        delete(folder.resolve(RunFolder.CELLS));
        // Last: until then the folder counts as a run's, so that a removal that broke off is repeated.
        delete(folder.resolve(RunMark.FILE));
    }

    private static void delete(Path file) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(file)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
