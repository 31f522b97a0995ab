package dev.interop.quic;

import static java.util.stream.Collectors.toMap;

import dev.interop.Printable;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Recording;
import dev.interop.recording.ServedFile;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Exactly the requested files lie where downloads belong, equal in size and content.
 *
 * @param by who was asked to fetch them
 */
record DownloadedFiles(ContainerRole by) implements QuicCheck {
    /** A client that fails with 1,999 files is told once of each kind, not 1,999 times. */
    private static final int SHOWN_OF_A_KIND = 3;

    private static final int SHOWN_OF_A_NAME = 60;

    @Override
    public String rule() {
        return "The " + by.label() + " downloads exactly the requested files, unaltered";
    }

    @Override
    public String section() {
        return "endpoint contract, files";
    }

    @Override
    public CheckResult examine(Evidence evidence) {
        var recording = evidence.recording();
        var requested = requested(recording);
        var downloaded = recording.downloads(by).stream()
                .collect(toMap(DownloadedFile::path, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var missing = new ArrayList<String>();
        var findings = new ArrayList<Finding>();
        for (var file : requested.values()) {
            var got = downloaded.remove(file.path());
            if (got == null) {
                missing.add(file.path());
            } else {
                compare(file, got, findings);
            }
        }
        if (!missing.isEmpty()) {
            findings.add(0, told(number(requested.size()) + " downloaded", missing.size() + " missing", missing));
        }
        if (!downloaded.isEmpty()) {
            findings.add(told(
                    "only the requested files",
                    downloaded.size() + " that nobody asked for",
                    List.copyOf(downloaded.keySet())));
        }
        return CheckResult.of(findings);
    }

    private static Map<String, ServedFile> requested(Recording recording) {
        var served = recording.served().stream().collect(toMap(ServedFile::path, Function.identity(), (a, b) -> a));
        var requested = new LinkedHashMap<String, ServedFile>();
        for (var url : recording.requests()) {
            var path = URI.create(url).getPath().replaceFirst("^/+", "");
            var file = served.get(path);
            if (file == null) {
                throw new IllegalStateException("the recording requests " + url + " but does not serve it");
            }
            requested.put(path, file);
        }
        return requested;
    }

    private void compare(ServedFile file, DownloadedFile got, List<Finding> findings) {
        var name = shown(file.path());
        if (got.kind() != DownloadedFile.Kind.FILE) {
            var seen = got.kind() == DownloadedFile.Kind.SYMLINK ? "a symbolic link" : "something else";
            findings.add(told(name + " as a regular file", seen));
        } else if (got.size() != file.size()) {
            findings.add(told(name + " of " + file.size() + " bytes", got.size() + " bytes"));
        } else if (!got.sha256().equals(file.sha256())) {
            var from = got.firstDifference().isPresent()
                    ? "other content from byte " + got.firstDifference().getAsLong() + " on"
                    : "other content";
            findings.add(told(name + " as it was served", from));
        }
    }

    private Finding told(String expected, String seen, List<String> names) {
        var some = names.stream()
                .limit(SHOWN_OF_A_KIND)
                .map(DownloadedFiles::shown)
                .toList();
        return told(expected, seen + ": " + String.join(", ", some) + (names.size() > some.size() ? ", …" : ""));
    }

    private Finding told(String expected, String seen) {
        return finding(expected, seen, Location.ofFile(Recording.FILE));
    }

    private static String number(int files) {
        return files == 1 ? "1 file" : files + " files";
    }

    private static String shown(String path) {
        return Printable.of(path.length() > SHOWN_OF_A_NAME ? path.substring(0, SHOWN_OF_A_NAME) + "…" : path);
    }
}
