package dev.interop.testbed.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Extracts the cause from a failed build's output. */
@API(status = Status.INTERNAL)
public final class BuildLog {
    private static final int LAST_LINES = 5;
    /** The names of steps in the output of BuildKit and of the classic builder. */
    private static final Pattern STEP = Pattern.compile("(?m)^(?: > \\[(.+?)]:? *(.*?):?|Step (\\d+/\\d+) : (.*))$");

    private final Path file;
    private final Remedies remedies;

    /**
     * The remedies for a failed build.
     *
     * @param ca how to give certificates, such as {@code --ca FILE}
     * @param otherwise the remedy for all other causes
     */
    public record Remedies(String ca, String otherwise) {}

    public BuildLog(Path file, Remedies remedies) {
        this.file = file;
        this.remedies = remedies;
    }

    /** The failed step, its last lines, the log and the remedy. */
    public String problem(int exitCode) {
        var text = text();
        return "failed (exit code " + exitCode + ")" + step(text) + "; " + remedy(text) + "; log: " + file
                + lastLines(text);
    }

    /** The remedy alone. */
    public String remedy() {
        return remedy(text()) + "; log: " + file;
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

    private String remedy(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left on device")) {
            return "the disk is full: free some on the machine of the container engine";
        }
        if (lower.contains("x509")
                || lower.contains("certificate verify failed")
                || lower.contains("self-signed certificate")
                || lower.contains("unable to get local issuer")
                || lower.contains("unknownissuer")) {
            return "a certificate is not trusted: on a network with TLS inspection give its CA with " + remedies.ca();
        }
        if (lower.contains("407 proxy authentication")) {
            return "the proxy wants a password: give it in http_proxy and https_proxy, as http://USER:PASSWORD@HOST:PORT";
        }
        if (lower.contains("unable to connect to") || lower.contains("could not connect to")) {
            return "a server or the proxy was not reached: a build sees http_proxy and https_proxy, and needs the proxy's"
                    + " address in the network, not 127.0.0.1";
        }
        if (lower.contains("could not resolve")
                || lower.contains("temporary failure")
                || lower.contains("no such host")) {
            return "a host name was not resolved: check the network and the container engine's name servers";
        }
        return remedies.otherwise();
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
