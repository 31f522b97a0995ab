package dev.interop.cli.check;

import dev.interop.recording.DownloadedFile;
import dev.interop.recording.ServedFile;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.FaultReasons;
import java.util.List;
import java.util.Optional;

/** The requested files, unaltered, and no others are in /downloads. */
final class LeavesDownloads implements Requirement {
    /** The folder of a client that fetches. */
    static final String FOLDER = "/downloads";

    private static final String CHANGE = "write each file of REQUESTS to /downloads under its URL's path";

    @Override
    public String rule() {
        return "requested files are in /downloads";
    }

    @Override
    public String section() {
        return "2.3";
    }

    @Override
    public boolean concerns(ImageEvidence evidence) {
        var subject = evidence.subject();
        return subject.protocol().testCases().stream().anyMatch(subject::fetches);
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return answers().notChecked(evidence.noRun());
        }
        var run = evidence.run().get();
        var asked = evidence.subject().fetches(run.test()) && !run.isDeclined();
        var refused = new Leftovers(run.recording(), evidence.subject().containerRole()).refusedIn(FOLDER);
        var missing = asked ? missing(run) : List.<String>of();
        var never = missing.isEmpty() ? Optional.<String>empty() : neverBegun(run);
        if (never.isPresent()) {
            return answers().notChecked(never.get());
        }
        if (!missing.isEmpty()) {
            return answers().notMet("not there as it was served: " + String.join(", ", missing), CHANGE);
        }
        if (refused.isPresent()) {
            return answers().notMet(refused.get(), CHANGE + ", as plain files, and nothing else");
        }
        if (!asked) {
            return answers().notChecked("no file was requested");
        }
        var unasked = unasked(run);
        if (!unasked.isEmpty()) {
            return answers().notMet("not requested: " + String.join(", ", unasked), CHANGE + ", and nothing else");
        }
        var served = run.recording().served().size();
        return answers().met(served + " of " + served);
    }

    /**
     * The reason why the endpoint could not fetch anything, if there is one. An endpoint that left a file or reports
     * success has none.
     */
    private static Optional<String> neverBegun(CheckedCell run) {
        var ending = run.recording().ending(run.subject().containerRole());
        if (!written(run).isEmpty() || ending.filter(it -> it.exitedWith(0)).isPresent()) {
            return Optional.empty();
        }
        if (FaultReasons.isOfAnImage(run.verdict().reason().code())) {
            return Optional.of(run.reasonText());
        }
        try {
            return HandshakeProgress.isIn(run)
                    ? Optional.empty()
                    : Optional.of("it never got as far as a handshake with "
                            + run.subject().peer().name());
        } catch (TraceUnavailable e) {
            return Optional.empty();
        }
    }

    private static List<String> missing(CheckedCell run) {
        var found = found(run);
        return run.recording().served().stream()
                .filter(served -> found.stream().noneMatch(it -> same(served, it)))
                .map(ServedFile::path)
                .toList();
    }

    private static List<String> unasked(CheckedCell run) {
        return written(run).stream()
                .filter(it -> run.recording().served().stream().noneMatch(served -> same(served, it)))
                .map(DownloadedFile::path)
                .toList();
    }

    private static List<DownloadedFile> found(CheckedCell run) {
        return run.recording().downloads(run.subject().containerRole());
    }

    /** All files in the download folder, including those outside the folders of requested files. */
    private static List<DownloadedFile> written(CheckedCell run) {
        return run.recording().downloaded().stream()
                .filter(it -> it.by() == run.subject().containerRole())
                .toList();
    }

    private static boolean same(ServedFile served, DownloadedFile found) {
        return found.kind() == DownloadedFile.Kind.FILE
                && served.path().equals(found.path())
                && served.size() == found.size()
                && served.sha256().equals(found.sha256());
    }
}
