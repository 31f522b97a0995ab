package dev.interop.cli.build;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interop.testbed.image.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A git repository with the files of a test. */
final class GitRepository {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path folder;

    GitRepository(Path folder) {
        this.folder = folder;
        assumeTrue(!ask(Path.of("."), "--version").isEmpty(), "git is not installed");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git("init", "--quiet", "--initial-branch=main");
    }

    Path folder() {
        return folder;
    }

    GitRepository write(String path, String text) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Commits all files and returns the commit. */
    String commit() {
        git("add", "--all");
        git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message=Test");
        return ask(folder, "rev-parse", "HEAD");
    }

    void git(String... arguments) {
        var code = command(folder, arguments).run("", folder.resolveSibling("git.log"), LIMIT);
        if (code != 0) {
            throw new IllegalStateException("git " + List.of(arguments) + " ended with " + code);
        }
    }

    private static String ask(Path folder, String... arguments) {
        return command(folder, arguments).ask(LIMIT);
    }

    private static Command command(Path folder, String... arguments) {
        return new Command(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList(), folder, Map.of());
    }
}
