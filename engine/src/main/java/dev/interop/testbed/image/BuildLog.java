package dev.interop.testbed.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads in a failed build's output what people need to know first. */
final class BuildLog {
    private static final int LAST_LINES = 5;
    /** BuildKit's and the classic builder's way to name a step. */
    private static final Pattern STEP = Pattern.compile("(?m)^(?: > \\[(.+?)]:? *(.*?):?|Step (\\d+/\\d+) : (.*))$");

    private final Path file;

    BuildLog(Path file) {
        this.file = file;
    }

    /** The step that failed, its last lines, the log and what to do. */
    String problem(int exitCode) {
        var text = text();
        return "failed (exit code " + exitCode + ")" + step(text) + "; " + remedy(text) + "; log: " + file
                + lastLines(text);
    }

    private static String step(String text) {
        return STEP.matcher(text)
                .results()
                .reduce((first, second) -> second)
                .map(it -> it.group(1) != null
                        ? " in step [" + it.group(1) + "] " + it.group(2)
                        : " in step [" + it.group(3) + "] " + it.group(4))
                .orElse("");
    }

    private static String remedy(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device")) {
            return "the disk is full: free space, see ./interop doctor";
        }
        if (lower.contains("x509")
                || lower.contains("certificate verify failed")
                || lower.contains("self-signed certificate")
                || lower.contains("unable to get local issuer")
                || lower.contains("unknownissuer")) {
            return "a certificate is not trusted: on a network with TLS inspection give its CA with --ca FILE";
        }
        if (lower.contains("could not resolve")
                || lower.contains("temporary failure")
                || lower.contains("no such host")) {
            return "a host name was not resolved: check the network and the engine's name servers";
        }
        return "run ./interop build again once the cause is gone";
    }

    private static String lastLines(String text) {
        var lines = text.lines().filter(it -> !it.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return last.isEmpty() ? "" : "\n    " + String.join("\n    ", last);
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
