package dev.interop.testbed.content;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.DownloadedFile.Kind;
import dev.interop.testbed.archive.UntrustedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Compares the files in an endpoint's folder of downloads with the served ones, as a stream; stores none of them. */
@API(status = Status.INTERNAL)
public final class DownloadsReader implements UntrustedArchive.Visitor {
    private static final int CHUNK_BYTES = 1 << 16;

    /** The most entries that are noted as left out, so that a hostile archive cannot make a recording long. */
    private static final int MOST_LEFT_OUT = 50;

    private final ContainerRole by;
    private final ServedContent served;
    private final List<DownloadedFile> found = new ArrayList<>();
    private int leftOut;

    /**
     * @param by the role of the endpoint
     * @param served the files to compare with
     */
    public DownloadsReader(ContainerRole by, ServedContent served) {
        this.by = by;
        this.served = served;
    }

    /** The files that were found, in the order of their paths. */
    public List<DownloadedFile> found() {
        return found.stream().sorted(Comparator.comparing(DownloadedFile::path)).toList();
    }

    @Override
    public void folder(String path) {
        // Only files count.
    }

    @Override
    public void file(String path, long size, InputStream content) throws IOException {
        var digest = DigestUtils.getSha256Digest();
        var chunk = new byte[CHUNK_BYTES];
        try (var original = new Comparison(served.open(path))) {
            for (var count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                digest.update(chunk, 0, count);
                original.compare(chunk, count);
            }
            found.add(new DownloadedFile(
                    by, path, Kind.FILE, size, Hex.encodeHexString(digest.digest()), original.firstDifference()));
        }
    }

    @Override
    public void secondName(String path, String original) {
        // Compared with nothing: a client that stores one file under two names has not downloaded two.
        found.stream()
                .filter(it -> it.path().equals(original))
                .findFirst()
                .ifPresent(it -> found.add(
                        new DownloadedFile(by, path, Kind.OTHER, it.size(), it.sha256(), OptionalLong.empty())));
    }

    @Override
    public void other(String path, UntrustedArchive.Oddity oddity) {
        var what = oddity == UntrustedArchive.Oddity.SYMLINK ? Kind.SYMLINK : Kind.OTHER;
        found.add(new DownloadedFile(by, path, what, 0, "", OptionalLong.empty()));
    }

    /** Counts an entry with a strange name or a great size as a file that was not requested. */
    @Override
    public void leftOut(String what) {
        if (leftOut++ < MOST_LEFT_OUT) {
            found.add(new DownloadedFile(by, what, Kind.OTHER, 0, "", OptionalLong.empty()));
        }
    }
}
