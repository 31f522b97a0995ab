package com.example.echo;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Recording;
import dev.interop.verdict.Check;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checks that the answer, which the caller wrote to a file, is what it was told to send. Files are known by digest. */
record AnswerIsEcho() implements Check {
    @Override
    public String rule() {
        return "The caller gets back the words that it sent";
    }

    @Override
    public String section() {
        return "RFC 862, UDP";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var recording = evidence.recording();
        var words = recording.variable(ContainerRole.CLIENT, EchoContract.WORDS).orElse("");
        var answer = recording.downloads(ContainerRole.CLIENT).stream()
                .filter(it -> it.path().equals(EchoContract.ANSWER))
                .findFirst();
        if (answer.isEmpty()) {
            return failed(EchoContract.ANSWER + " with '" + words + "'", "no such file", where());
        }
        return answer.filter(it -> holds(it, words)).isPresent()
                ? new CheckResult.Passed()
                : failed("'" + words + "'", "an answer of " + answer.get().size() + " bytes that is not it", where());
    }

    private static boolean holds(DownloadedFile file, String words) {
        return file.kind() == DownloadedFile.Kind.FILE && file.sha256().equals(digest(words));
    }

    private static Location where() {
        return Location.ofFile(Recording.FILE);
    }

    static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
