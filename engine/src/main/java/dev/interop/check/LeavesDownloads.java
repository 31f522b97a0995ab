package dev.interop.check;

import dev.interop.recording.DownloadedFile;
import dev.interop.recording.ServedFile;

/** The files that an endpoint was asked to fetch lie in /downloads, unaltered, and no others. */
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
        return subject.protocol().testCases().stream().anyMatch(subject::fetches);
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.run()
                .filter(it -> evidence.subject().fetches(it.test()) && !it.isRefused())
                .isEmpty()) {
            return new Answer.NotAsked("no file was asked for");
        }
        var recording = evidence.run().get().recording();
        var found = recording.downloads(evidence.subject().part());
        var missing = recording.served().stream()
                .filter(served -> found.stream().noneMatch(it -> same(served, it)))
                .map(ServedFile::path)
                .toList();
        var change = "write each file of REQUESTS to /downloads under its URL's path";
        if (!missing.isEmpty()) {
            return new Answer.NotMet("not there as it was served: " + String.join(", ", missing), change);
        }
        var others = found.stream()
                .filter(it -> recording.served().stream().noneMatch(served -> same(served, it)))
                .map(DownloadedFile::path)
                .toList();
        if (!others.isEmpty()) {
            return new Answer.NotMet("nobody asked for: " + String.join(", ", others), change + ", and nothing else");
        }
        return new Answer.Met(
                recording.served().size() + " of " + recording.served().size());
    }

    private static boolean same(ServedFile served, DownloadedFile found) {
        return found.kind() == DownloadedFile.Kind.FILE
                && served.path().equals(found.path())
                && served.size() == found.size()
                && served.sha256().equals(found.sha256());
    }
}
