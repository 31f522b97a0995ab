package dev.interop.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the tests of the site: module tests in Node.js, tests of whole sites in Chromium. */
@Tag("browser")
class BrowserTest {
    private static final Path REPORT = Path.of("..", "report").toAbsolutePath().normalize();
    private static final Path BROWSER = REPORT.resolve("test").resolve("browser");

    @Test
    void theModulesOfThePagePassTheirTests() throws Exception {
        need(hasNode(), "Node.js 20 or later is not here");
        assertThat(run(REPORT, "node", "--test", "test/unit/")).contains("# fail 0");
    }

    @Test
    void aSitePassesItsTestsInABrowser() throws Exception {
        need(hasNode(), "Node.js 20 or later is not here");
        need(
                Files.isExecutable(chromium()),
                chromium() + " is not here; install Debian's chromium, or set INTEROP_CHROMIUM");
        run(BROWSER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assertThat(run(BROWSER, "node", "--test", "--test-concurrency=1", ".")).contains("# fail 0");
    }

    /** Logs the reason for skipping, which Maven does not show. */
    static void need(boolean isThere, String reason) {
        if (!isThere) {
            System.out.println("The site's browser tests are skipped: " + reason);
        }
        assumeTrue(isThere, reason);
    }

    private static Path chromium() {
        return Path.of(System.getenv().getOrDefault("INTEROP_CHROMIUM", "/usr/bin/chromium"));
    }

    static boolean hasNode() throws InterruptedException {
        try {
            return run(REPORT, "node", "-p", "process.versions.node.split('.')[0] >= 20")
                    .strip()
                    .equals("true");
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
