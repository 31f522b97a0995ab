package dev.interop.cli;

import dev.interop.UserError;
import dev.interop.run.CacheFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes sites with the Node.js of this machine. The packages of the lock file are installed once. */
final class NodeSiteMaker implements SiteMaker {
    private static final int OLDEST = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);
    private static final Path PINNED = Path.of("builds", "allure");
    private static final String STAMP = "installed.json";

    private final PrintWriter out;
    private final ProductHome home;
    private final Path installed;

    private NodeSiteMaker(PrintWriter out, ProductHome home) {
        this.out = out;
        this.home = home;
        this.installed = home.siteTools(CacheFolder.ofUser());
    }

    /** Finds Node.js and npm; empty if one is missing or too old. */
    static Optional<NodeSiteMaker> find(PrintWriter out) {
        try {
            var version = VERSION.matcher(outputOf(List.of("node", "--version")));
            outputOf(List.of("npm", "--version"));
            return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST
                    ? Optional.of(new NodeSiteMaker(out, ProductHome.current()))
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    @Override
    public void make(Site site) throws IOException {
        install();
        var command = new ArrayList<>(
                List.of("node", home.generator().resolve("generate.mjs").toString()));
        command.addAll(List.of("--modules", installed.resolve("node_modules").toString()));
        command.addAll(
                List.of("--in", site.input().toString(), "--out", site.out().toString()));
        site.history().ifPresent(it -> command.addAll(List.of("--history", it.toString())));
        if (site.singleFile()) {
            command.add("--single-file");
        }
        run(command, Path.of(""));
    }

    /** Installs the packages, unless those of the same lock file are installed. */
    private void install() throws IOException {
        var stamp = installed.resolve(STAMP);
        var pinned = home.folder().resolve(PINNED);
        var lock = pinned.resolve("package-lock.json");
        if (!Files.isRegularFile(lock)) {
            throw new UserError(lock + ": no such file; run this in the project's folder");
        }
        if (Files.isRegularFile(stamp) && Files.mismatch(lock, stamp) < 0) {
            return;
        }
        out.println("Site     installing Allure (once)");
        out.flush();
        Files.createDirectories(installed);
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.copy(pinned.resolve(file), installed.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), installed);
        Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void run(List<String> command, Path folder) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (code(process) != 0) {
            throw new UserError("%s failed: %s".formatted(command.get(0), lastLines(output))).ofEnvironment();
        }
    }

    private static String lastLines(String output) {
        var lines = output.strip().lines().toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static String outputOf(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (code(process) != 0) {
            throw new IOException(command.get(0) + " fails");
        }
        return output;
    }

    private static int code(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
