package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The files of a cell.
 *
 * @param served the files that could be fetched
 * @param downloaded the files found in the download folders
 * @param refused the files that were not copied out of a container
 * @param leftOut role → bytes of its standard output that exceeded the limit, if any
 */
@API(status = Status.EXPERIMENTAL)
public record CellFiles(
        List<ServedFile> served,
        List<DownloadedFile> downloaded,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<RefusedFile> refused,
        Map<ContainerRole, Long> leftOut) {
    /** A cell without files. */
    public static final CellFiles NONE = new CellFiles(List.of(), List.of(), List.of(), Map.of());

    public CellFiles {
        served = List.copyOf(served);
        downloaded = List.copyOf(downloaded);
        refused = List.copyOf(refused);
        leftOut = ContainerRole.inOrder(leftOut);
    }

    /**
     * The downloads of {@code role}. If all files are served from folders, only files in folders count: existing
     * endpoints write notes, such as the negotiated protocol, beside them.
     */
    List<DownloadedFile> downloads(ContainerRole role) {
        var inFoldersOnly =
                !served.isEmpty() && served.stream().noneMatch(it -> it.folder().isEmpty());
        return downloaded.stream()
                .filter(it -> it.by() == role)
                .filter(it -> !inFoldersOnly || it.path().contains("/"))
                .toList();
    }
}
