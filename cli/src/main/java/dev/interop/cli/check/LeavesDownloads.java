package dev.interop.cli.check;

import dev.interop.recording.DownloadedFile;
import dev.interop.recording.ServedFile;
import dev.interop.trace.TraceUnavailable;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.FaultReasons;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files that an endpoint was asked to fetch lie in /downloads, unaltered, and no others. */
final class LeavesDownloads implements Requirement {
    private static final String CHANGE = "write each file of REQUESTS to /downloads under its URL's path";

    @Override
    public String rule() {
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
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return answers().notAsked(evidence.noRun());
        }
        var run = evidence.run().get();
        var asked = evidence.subject().fetches(run.test()) && !run.isDeclined();
        try {
            var refused = new Leftovers(run.recording(), evidence.subject().part()).refused("/downloads");
            var missing = asked ? missing(run) : List.<String>of();
            var never = missing.isEmpty() ? Optional.<String>empty() : neverBegun(run);
            if (never.isPresent()) {
                return answers().notAsked(never.get());
            }
            if (!missing.isEmpty()) {
                return answers().notMet("not there as it was served: " + String.join(", ", missing), CHANGE);
            }
            if (refused.isPresent()) {
                return answers().notMet(refused.get(), CHANGE + ", as plain files, and nothing else");
            }
        } catch (IOException e) {
            return answers().notAsked("what it left cannot be read: " + e.getMessage());
        }
        if (!asked) {
            return answers().notAsked("no file was asked for");
        }
        var unasked = unasked(run);
        if (!unasked.isEmpty()) {
            return answers().notMet("nobody asked for: " + String.join(", ", unasked), CHANGE + ", and nothing else");
        }
        var served = run.recording().served().size();
        return answers().met(served + " of " + served);
    }

    /** Why it could not fetch anything, if so; who left something or claims to have done all is asked for it. */
    private static Optional<String> neverBegun(CheckedCell run) {
        var ending = run.recording().ending(run.subject().part());
        if (!left(run).isEmpty() || ending.filter(it -> it.exitedWith(0)).isPresent()) {
            return Optional.empty();
        }
        if (FaultReasons.isOfAnImage(run.verdict().reason().code())) {
            return Optional.of(run.why());
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
        return left(run).stream()
                .filter(it -> run.recording().served().stream().noneMatch(served -> same(served, it)))
                .map(DownloadedFile::path)
                .toList();
    }

    private static List<DownloadedFile> found(CheckedCell run) {
        return run.recording().downloads(run.subject().part());
    }

    /** Also what lies beside the folders of the files. */
    private static List<DownloadedFile> left(CheckedCell run) {
        return run.recording().downloaded().stream()
                .filter(it -> it.by() == run.subject().part())
                .toList();
    }

    private static boolean same(ServedFile served, DownloadedFile found) {
        return found.kind() == DownloadedFile.Kind.FILE
                && served.path().equals(found.path())
                && served.size() == found.size()
                && served.sha256().equals(found.sha256());
    }
}
