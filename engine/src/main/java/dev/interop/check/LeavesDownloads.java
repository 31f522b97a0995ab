package dev.interop.check;

import dev.interop.recording.DownloadedFile;
import dev.interop.recording.ServedFile;
import java.util.stream.Collectors;

/** The files that a client was asked for lie in /downloads, unaltered, and no others. */
final class LeavesDownloads implements Requirement {
    @Override
    public String text() {
        return "files that were asked for are in /downloads";
    }

    @Override
    public String section() {
        return "2.3";
    }

    @Override
    public boolean concerns(Subject subject) {
        return subject.connects()
                && subject.protocol().testCases().stream()
                        .anyMatch(it -> !it.files().isEmpty());
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.run().isEmpty()
                || evidence.run().get().recording().served().isEmpty()) {
            return new Answer.NotAsked("no file was asked for");
        }
        var recording = evidence.run().get().recording();
        var missing = recording.served().stream()
                .filter(served -> recording.downloaded().stream().noneMatch(it -> same(served, it)))
                .map(ServedFile::path)
                .toList();
        var change = "write each file of REQUESTS to /downloads under the last part of its URL's path";
        if (!missing.isEmpty()) {
            return new Answer.NotMet("not there as it was served: " + String.join(", ", missing), change);
        }
        if (recording.downloaded().size() > recording.served().size()) {
            return new Answer.NotMet("nobody asked for: " + others(evidence), change + ", and nothing else");
        }
        return new Answer.Met(
                recording.served().size() + " of " + recording.served().size());
    }

    private static String others(Evidence evidence) {
        var recording = evidence.run().orElseThrow().recording();
        return recording.downloaded().stream()
                .filter(it -> recording.served().stream().noneMatch(served -> same(served, it)))
                .map(DownloadedFile::path)
                .collect(Collectors.joining(", "));
    }

    private static boolean same(ServedFile served, DownloadedFile found) {
        return found.kind() == DownloadedFile.Kind.FILE
                && served.path().equals(found.path())
                && served.size() == found.size()
                && served.sha256().equals(found.sha256());
    }
}
