package dev.interop.protocol;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Files of a cell's recording that a protocol wants to be published with the cell's test, in addition to the output,
 * keylogs and captures of every cell.
 *
 * @param glob the files, relative to the recording's folder, such as <code>{client,server}/states/**</code>
 * @param mediaType the files' media type; those of {@code text/…} are shown, others are offered for download
 * @param title a word that is shown after the files' names; empty for none
 */
@API(status = Status.EXPERIMENTAL)
public record PublishedFile(String glob, String mediaType, String title) {
    public PublishedFile {
        // Refuses a glob that is not valid where the protocol is loaded rather than after a cell.
        FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /** The first of these that includes a file, if one does. */
    public static Optional<PublishedFile> of(Path relative, List<PublishedFile> all) {
        return all.stream()
                .filter(it -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + it.glob)
                        .matches(relative))
                .findFirst();
    }

    /** Whether the files are text. */
    public boolean isText() {
        return mediaType.toLowerCase(Locale.ROOT).startsWith("text/");
    }
}
