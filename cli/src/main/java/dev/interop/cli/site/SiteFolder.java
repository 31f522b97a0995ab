package dev.interop.cli.site;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The folder of a site. It is made anew each time, so that only an earlier site may be in it. */
@API(status = Status.INTERNAL)
public final class SiteFolder {
    private static final String FRONT = "index.html";
    private static final Set<String> FILES = Set.of(FRONT, "matrix.json", "awesome", LogPages.FOLDER);
    /** As {@code report/src/front.mjs} writes it. */
    private static final String GENERATOR = "<meta name=\"generator\" content=\"Interop Engine\">";

    private static final int HEAD = 2048;

    private SiteFolder() {}

    /**
     * Checks that nothing but an earlier site would be lost.
     *
     * @throws UserError when it holds other files, or is no folder
     */
    public static void check(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + ": is no folder; name another one with --out");
        }
        try (var files = Files.list(folder)) {
            var names = files.map(it -> it.getFileName().toString()).toList();
            if (!names.isEmpty() && !(FILES.containsAll(names) && isFront(folder.resolve(FRONT)))) {
                throw new UserError(
                        folder + ": holds files that are of no site; name a new or an empty folder with --out");
            }
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read: " + e.getMessage(), e).ofEnvironment();
        }
    }

    private static boolean isFront(Path page) throws IOException {
        if (!Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var in = Files.newInputStream(page)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(GENERATOR);
        }
    }
}
