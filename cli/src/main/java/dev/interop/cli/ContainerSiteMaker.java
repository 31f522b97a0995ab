package dev.interop.cli;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.archive.ArchiveLimits;
import dev.interop.testbed.archive.FolderWriter;
import dev.interop.testbed.archive.UntrustedArchive;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.DockerToolContainer;
import dev.interop.testbed.tool.ToolContainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes sites in a container without a network; input and output are copied. */
final class ContainerSiteMaker implements SiteMaker {
    private static final String IMAGE = "localhost/interop/allure:local";
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1L << 30, 4L << 30, 1_000_000);
    /**
     * The image holds the Node.js modules only. The generator is copied in, so that the image rarely needs a new build.
     */
    private static final String SCRIPT = """
            set -e
            tar -xf in.tar
            node report/generate.mjs --modules /opt/interop/node_modules --in input --out out/site "$@" >&2
            [ ! -f history.jsonl ] || cp history.jsonl out/
            tar -cf - out
            """;

    private final ParameterOptions options;
    private final PrintWriter out;

    ContainerSiteMaker(ParameterOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    @Override
    public void make(Site site) throws IOException {
        options.images(out, options.settings()).ready(List.of(IMAGE));
        var archive = Files.createTempFile(site.input(), "in", ".tar");
        pack(site, archive);
        var session = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        try (var tools = DockerToolContainer.open(IMAGE, session, PullPolicy.NEVER, NoteListener.SILENT)) {
            make(site, archive, tools);
        } catch (EngineFailure e) {
            throw new UserError(e.getMessage(), e).ofEnvironment();
        } finally {
            Files.delete(archive);
        }
    }

    private static void make(Site site, Path archive, ToolContainer tools) throws IOException {
        var command = new java.util.ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        if (site.history().isPresent()) {
            command.addAll(List.of("--history", "history.jsonl"));
        }
        if (site.singleFile()) {
            command.add("--single-file");
        }
        var unpacked = Files.createTempDirectory(site.input(), "out");
        var exit = tools.run(Map.of("in.tar", archive), command, stdout -> {
            var untrusted = new UntrustedArchive(LIMITS);
            untrusted.read(stdout, new FolderWriter(untrusted, unpacked, List.of()));
            if (!untrusted.skipped().isEmpty()) {
                throw new IOException(untrusted.skipped().get(0));
            }
            stdout.transferTo(java.io.OutputStream.nullOutputStream());
        });
        if (exit.code() != 0) {
            throw new UserError("the site's generator failed in %s: %s"
                            .formatted(IMAGE, exit.stderr().strip()))
                    .ofEnvironment();
        }
        FolderContents.delete(site.out());
        Files.move(unpacked.resolve("site"), site.out());
        var history = unpacked.resolve("history.jsonl");
        if (site.history().isPresent() && Files.isRegularFile(history)) {
            Files.createDirectories(site.history().get().toAbsolutePath().getParent());
            Files.move(history, site.history().get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pack(Site site, Path archive) throws IOException {
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(archive))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var part : List.of("generate.mjs", "package.json", "src", "page")) {
                add(tar, ProductHome.current().generator().resolve(part), "report/" + part);
            }
            add(tar, site.input().resolve("allure-results"), "input/allure-results");
            add(tar, site.input().resolve("matrix.json"), "input/matrix.json");
            if (site.history().filter(Files::isRegularFile).isPresent()) {
                add(tar, site.history().get(), "history.jsonl");
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path from, String name) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                var inner = from.relativize(file).toString().replace('\\', '/');
                var entry = tar.createArchiveEntry(file, inner.isEmpty() ? name : name + "/" + inner);
                tar.putArchiveEntry(entry);
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
    }
}
