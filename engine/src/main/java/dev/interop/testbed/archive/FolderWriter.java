package dev.interop.testbed.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Stores the files of an untrusted archive below a folder that only this process writes to. Never creates links. */
@API(status = Status.INTERNAL)
public final class FolderWriter implements UntrustedArchive.Visitor {
    private final UntrustedArchive archive;
    private final Path folder;
    private final List<String> reserved;

    /**
     * @param archive collects messages about files that are left out
     * @param folder the destination of the files
     * @param reserved names that are in use; a file of such a name at the top gets {@code -copied} appended
     */
    public FolderWriter(UntrustedArchive archive, Path folder, List<String> reserved) {
        this.archive = archive;
        this.folder = folder.toAbsolutePath().normalize();
        this.reserved = List.copyOf(reserved);
    }

    @Override
    public void folder(String path) throws IOException {
        var target = resolve(path);
        if (target.isPresent()) {
            makeFolder(target.get(), path);
        }
    }

    @Override
    public void file(String path, long size, InputStream content) throws IOException {
        var target = resolve(nameOf(path));
        if (target.isEmpty() || !makeFolder(target.get().getParent(), path)) {
            return;
        }
        if (Files.exists(target.get(), LinkOption.NOFOLLOW_LINKS)) {
            archive.skip("'" + path + "': came twice");
            return;
        }
        try {
            Files.copy(content, target.get());
        } catch (FileSystemException e) {
            // The file cannot be made, such as for the length of its name; a full disk is no such exception.
            archive.skip("'" + path + "': " + Optional.ofNullable(e.getReason()).orElse("cannot be stored"));
        }
    }

    @Override
    public void secondName(String path, String original) throws IOException {
        var source = resolve(nameOf(original));
        if (source.isPresent() && Files.isRegularFile(source.get(), LinkOption.NOFOLLOW_LINKS)) {
            try (var content = Files.newInputStream(source.get())) {
                file(path, Files.size(source.get()), content);
            }
        }
    }

    private String nameOf(String path) {
        return reserved.contains(path) ? path + "-copied" : path;
    }

    @Override
    public void other(String path, UntrustedArchive.Oddity oddity) {
        archive.skip("'" + path + "': " + oddity);
    }

    @Override
    public void leftOut(String what) {
        // The archive adds a message by itself.
    }

    private boolean makeFolder(Path target, String path) throws IOException {
        try {
            Files.createDirectories(target);
            return true;
        } catch (FileAlreadyExistsException e) {
            archive.skip("'" + path + "': a file stands where its folder should be");
            return false;
        } catch (FileSystemException e) {
            archive.skip("'" + path + "': " + Optional.ofNullable(e.getReason()).orElse("cannot be stored"));
            return false;
        }
    }

    private Optional<Path> resolve(String path) {
        try {
            var target = folder.resolve(path).normalize();
            if (target.startsWith(folder) && !target.equals(folder)) {
                return Optional.of(target);
            }
        } catch (InvalidPathException e) {
            // Such as characters that this machine's file names cannot hold.
            archive.skip("'" + path + "': not a file name on this machine");
            return Optional.empty();
        }
        archive.skip("'" + path + "': its path is not one below the folder");
        return Optional.empty();
    }
}
