package dev.interop.check;

import dev.interop.recording.DownloadedFile;
import dev.interop.recording.ServedFile;
import java.io.IOException;
import java.util.List;

/** The files that an endpoint was asked to fetch lie in /downloads, unaltered, and no others. */
final class LeavesDownloads implements Requirement {
    private static final String CHANGE = "write each file of REQUESTS to /downloads under its URL's path";

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
        return subject.protocol().testCases().stream().anyMatch(subject::fetches);
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.run().isEmpty()) {
            return new Answer.NotAsked(evidence.noRun());
        }
        var run = evidence.run().get();
        var asked = evidence.subject().fetches(run.test()) && !run.isDeclined();
        try {
            var refused = new LeftBehind(run.recording(), evidence.subject().part()).refused("/downloads");
            var missing = asked ? missing(run) : List.<String>of();
            if (!missing.isEmpty()) {
                return new Answer.NotMet("not there as it was served: " + String.join(", ", missing), CHANGE);
            }
            if (refused.isPresent()) {
                return new Answer.NotMet(refused.get(), CHANGE + ", as plain files, and nothing else");
            }
        } catch (IOException e) {
            return new Answer.NotAsked("what it left cannot be read: " + e.getMessage());
        }
        if (!asked) {
            return new Answer.NotAsked("no file was asked for");
        }
        var unasked = unasked(run);
        if (!unasked.isEmpty()) {
            return new Answer.NotMet("nobody asked for: " + String.join(", ", unasked), CHANGE + ", and nothing else");
        }
        var served = run.recording().served().size();
        return new Answer.Met(served + " of " + served);
    }

    private static List<String> missing(Trial run) {
        var found = found(run);
        return run.recording().served().stream()
                .filter(served -> found.stream().noneMatch(it -> same(served, it)))
                .map(ServedFile::path)
                .toList();
    }

    private static List<String> unasked(Trial run) {
        return found(run).stream()
                .filter(it -> run.recording().served().stream().noneMatch(served -> same(served, it)))
                .map(DownloadedFile::path)
                .toList();
    }

    private static List<DownloadedFile> found(Trial run) {
        return run.recording().downloads(run.subject().part());
    }

    private static boolean same(ServedFile served, DownloadedFile found) {
        return found.kind() == DownloadedFile.Kind.FILE
                && served.path().equals(found.path())
                && served.size() == found.size()
                && served.sha256().equals(found.sha256());
    }
}
