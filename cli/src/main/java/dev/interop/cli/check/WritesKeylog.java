package dev.interop.cli.check;

import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of SSLKEYLOGFILE has the TLS secrets, in NSS key log format. The secrets of one endpoint are enough to
 * decrypt a capture: a client must write them, a server need not.
 */
final class WritesKeylog implements Requirement {
    private static final Pattern LINE =
            Pattern.compile("[A-Z0-9_]+ [0-9a-fA-F]{64} (?:[0-9a-fA-F]{2}){16,64}|#.*|\\s*");
    private static final String HANDSHAKE = "SERVER_HANDSHAKE_TRAFFIC_SECRET";
    /** The secrets of a complete handshake. */
    private static final List<String> ALL =
            List.of("CLIENT_HANDSHAKE_TRAFFIC_SECRET", HANDSHAKE, "CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0");

    private static final long LARGEST = 16L << 20;

    @Override
    public String rule() {
        return "TLS secrets in SSLKEYLOGFILE";
    }

    @Override
    public String section() {
        return "2.5";
    }

    @Override
    public boolean concerns(ImageEvidence evidence) {
        return evidence.mayHaveVariable("SSLKEYLOGFILE");
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return answers().notChecked(evidence.noRun());
        }
        var run = evidence.run().get();
        if (run.isDeclined()) {
            return answers().notChecked("it did no test case");
        }
        var file = run.recording().keylog(evidence.subject().containerRole());
        try {
            if (!Files.isRegularFile(file) || Files.size(file) == 0) {
                return without(run);
            }
            var answer = examine(file, run.wentWell() ? ALL : List.of(HANDSHAKE));
            return answer instanceof CheckResult.Failed
                    ? answer
                    : evidence.opened().flatMap(this::ofOpened).orElse(answer);
        } catch (IOException e) {
            return answers().notMet("not readable: " + e.getMessage(), "write plain text");
        }
    }

    /** What the look into the captures says against the secrets. */
    private Optional<CheckResult> ofOpened(Verdict opened) {
        var reason = opened.reason();
        if (opened.outcome() == Outcome.FAILED) {
            return Optional.of(answers()
                    .notMet(
                            "they open " + reason.text(),
                            "write the secrets of this connection as TLS gives them to its callback"));
        }
        // A busy machine makes each failure undecided; the cell has to run again.
        return reason.code().equals(ReasonCode.OVERLOADED)
                ? Optional.of(new CheckResult.Undecided(reason))
                : Optional.empty();
    }

    private CheckResult without(CheckedCell run) {
        var subject = run.subject();
        if (!subject.connects()) {
            return answers().notChecked("none written; a server need not");
        }
        if (subject.protocol().testCases().stream()
                .flatMap(it -> it.checks().stream())
                .noneMatch(Check::needsKeys)) {
            return answers().notChecked("none written; no test case looks into what is protected");
        }
        var unable = noSecrets(run);
        if (unable.isPresent()) {
            return answers().notChecked("none written; " + unable.get());
        }
        return answers()
                .notMet(
                        "no keys.log in /logs",
                        "append each secret to the file that SSLKEYLOGFILE names; TLS libraries have a callback for"
                                + " it");
    }

    /** The reason why there was no secret to write, if there is one. */
    private static Optional<String> noSecrets(CheckedCell run) {
        try {
            return HandshakeProgress.isIn(run)
                    ? Optional.empty()
                    : Optional.of("it never got as far as a handshake with "
                            + run.subject().peer().name() + ", so it had none");
        } catch (TraceUnavailable e) {
            return Optional.of("whether it had any is not known: " + e.getMessage());
        }
    }

    private CheckResult examine(Path file, List<String> needed) throws IOException {
        if (Files.size(file) > LARGEST) {
            return answers().notMet(Files.size(file) + " bytes", "write the secrets of TLS only");
        }
        var lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        return examine(lines, needed);
    }

    private CheckResult examine(List<String> lines, List<String> needed) {
        for (var number = 1; number <= lines.size(); number++) {
            if (!LINE.matcher(lines.get(number - 1)).matches()) {
                return answers()
                        .notMet(
                                "line " + number + " is no secret",
                                "write LABEL, the client's random and the secret, both in hexadecimal, in one line");
            }
        }
        var absent = needed.stream()
                .filter(label -> lines.stream().noneMatch(it -> it.startsWith(label + " ")))
                .toList();
        if (!absent.isEmpty()) {
            return answers()
                    .notMet(
                            "no " + String.join(", ", absent),
                            "write all secrets of TLS 1.3, with the labels of NSS's key log format");
        }
        return answers().met(lines.size() + " lines");
    }
}
