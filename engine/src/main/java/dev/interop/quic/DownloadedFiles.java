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
 * Checks that an endpoint's downloads folder has exactly the requested files, with their size and content.
 *
 * @param by the endpoint that was asked to fetch the files
 */
record DownloadedFiles(ContainerRole by) implements QuicCheck {
    /** Limits the file names in a finding: a test case may have 1,999 files. */
    private static final int MAX_NAMES = 3;

    private static final int MAX_NAME_LENGTH = 60;

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
            var download = downloaded.remove(file.path());
            if (download == null) {
                missing.add(file.path());
            } else {
                compare(file, download, findings);
            }
        }
        if (!missing.isEmpty()) {
            findings.add(0, violation(number(requested.size()) + " downloaded", missing.size() + " missing", missing));
        }
        if (!downloaded.isEmpty()) {
            findings.add(violation(
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

    private void compare(ServedFile file, DownloadedFile download, List<Finding> findings) {
        var name = shown(file.path());
        if (download.kind() != DownloadedFile.Kind.FILE) {
            var seen = download.kind() == DownloadedFile.Kind.SYMLINK ? "a symbolic link" : "something else";
            findings.add(violation(name + " as a regular file", seen));
        } else if (download.size() != file.size()) {
            findings.add(violation(name + " of " + file.size() + " bytes", download.size() + " bytes"));
        } else if (!download.sha256().equals(file.sha256())) {
            var difference = download.firstDifference().isPresent()
                    ? "other content from byte " + download.firstDifference().getAsLong() + " on"
                    : "other content";
            findings.add(violation(name + " as it was served", difference));
        }
    }

    private Finding violation(String expected, String seen, List<String> names) {
        var some = names.stream().limit(MAX_NAMES).map(DownloadedFiles::shown).toList();
        return violation(expected, seen + ": " + String.join(", ", some) + (names.size() > some.size() ? ", …" : ""));
    }

    private Finding violation(String expected, String seen) {
        return finding(expected, seen, Location.ofFile(Recording.FILE));
    }

    private static String number(int files) {
        return files == 1 ? "1 file" : files + " files";
    }

    private static String shown(String path) {
        return Printable.of(path.length() > MAX_NAME_LENGTH ? path.substring(0, MAX_NAME_LENGTH) + "…" : path);
    }
}
