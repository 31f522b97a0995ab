package dev.interop.cli.build;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.recording.Provenance;
import dev.interop.testbed.image.Command;
import dev.interop.testbed.image.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets the sources of a source build with git. */
final class Sources {
    private static final Duration FETCH = Duration.ofMinutes(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** Makes git fail instead of waiting for a password. */
    private static final Map<String, String> ENV = Map.of("GIT_TERMINAL_PROMPT", "0");

    private final Path log;

    /** @param log receives git's output */
    Sources(Path log) {
        this.log = log;
    }

    /**
     * Gets the chosen sources, else those that the build names.
     *
     * @throws UserError when they cannot be fetched; an error of the environment if git failed
     */
    SourceTree get(ImageBuild build, ImageBuild.Source source, SourceChoice choice) throws IOException {
        if (choice.local().isPresent()) {
            return local(choice.local().get().toAbsolutePath().normalize());
        }
        var repository = choice.repository().orElse(source.repository());
        var ref = choice.ref().orElse(source.defaultRef());
        if (repository.isEmpty()) {
            throw new UserError(build.folder().resolve(BuildFolder.CONFIG)
                    + ": 'repository' is empty; fill it in, or name one with --repo or a folder with --local");
        }
        refuseOption("--repo", repository);
        refuseOption("--ref", ref);
        return fetched(at(build.folder(), repository), repository, ref);
    }

    /** Uses a local folder unchanged, including uncommitted changes. */
    private SourceTree local(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("--local " + folder + ": no such folder; name the one that holds the sources");
        }
        var commit = ask(folder, "rev-parse", "HEAD");
        var dirty = commit.isEmpty()
                || !ask(folder, "status", "--porcelain", "--", ".").isEmpty();
        return new SourceTree(folder, new Provenance("", "", commit, dirty, ""), Optional.empty());
    }

    private SourceTree fetched(String from, String repository, String ref) throws IOException {
        var fetched = ScratchFolder.create("interop-source-");
        var folder = fetched.path();
        try {
            git(
                    folder,
                    "the repository " + repository
                            + " could not be fetched; if it is not the right one, name it with --repo, or a folder with --local",
                    "clone",
                    "--quiet",
                    "--no-checkout",
                    "--",
                    from,
                    ".");
            var commit = commit(folder, repository, ref);
            git(folder, "commit " + commit + " could not be checked out", "checkout", "--quiet", "--detach", commit);
            if (Files.exists(folder.resolve(".gitmodules"))) {
                git(
                        folder,
                        "its submodules could not be fetched",
                        "submodule",
                        "--quiet",
                        "update",
                        "--init",
                        "--recursive");
            }
            return new SourceTree(folder, new Provenance(repository, ref, commit, false, ""), Optional.of(fetched));
        } catch (UserError e) {
            fetched.close();
            throw e;
        }
    }

    /** Resolves a reference to a commit; a branch takes precedence over a tag or commit of the same name. */
    private String commit(Path folder, String repository, String ref) {
        for (var name : List.of("refs/remotes/origin/" + ref, ref)) {
            var commit = ask(folder, "rev-parse", "--verify", "--quiet", name + "^{commit}");
            if (!commit.isEmpty()) {
                return commit;
            }
        }
        throw new UserError("ref '" + Printable.of(ref) + "': no such branch, tag or commit in " + repository
                + "; name one with --ref");
    }

    /**
     * Resolves a relative repository path against the build's folder, so that a build can name the repository that
     * contains it.
     */
    private static String at(Path folder, String repository) {
        return repository.startsWith(".")
                ? folder.toAbsolutePath().resolve(repository).normalize().toString()
                : repository;
    }

    private static void refuseOption(String option, String value) {
        if (value.startsWith("-") || value.isBlank()) {
            throw new UserError(
                    option + " '" + Printable.of(value) + "': a name that is empty or begins with '-' is none");
        }
    }

    private void git(Path folder, String problem, String... arguments) {
        var code = command(folder, arguments).run("", log, FETCH);
        if (code != 0) {
            throw new UserError(problem + " (git's exit code " + code + "); log: " + log).ofEnvironment();
        }
    }

    private static String ask(Path folder, String... arguments) {
        return command(folder, arguments).ask(ANSWER);
    }

    private static Command command(Path folder, String... arguments) {
        var all = new ArrayList<String>();
        all.add("git");
        all.addAll(List.of(arguments));
        return new Command(all, folder, ENV);
    }
}
