package dev.interop.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The files of a cell.
 *
 * @param served what was there to be fetched
 * @param downloaded what was found where downloads belong
 * @param leftOut role → bytes of its standard output that were over the limit, where there were any
 */
@API(status = Status.EXPERIMENTAL)
public record CellFiles(List<ServedFile> served, List<DownloadedFile> downloaded, Map<ContainerRole, Long> leftOut) {
    /** A cell without files. */
    public static final CellFiles NONE = new CellFiles(List.of(), List.of(), Map.of());

    public CellFiles {
        served = List.copyOf(served);
        downloaded = List.copyOf(downloaded);
        leftOut = ContainerRole.inOrder(leftOut);
    }

    /** What {@code role} downloaded: where files are served from folders, only what lies in folders of these names. */
    List<DownloadedFile> downloads(ContainerRole role) {
        var folders = served.stream().map(ServedFile::folder).collect(Collectors.toSet());
        return downloaded.stream()
                .filter(it -> it.by() == role)
                .filter(it -> folders.isEmpty() || folders.stream().anyMatch(it.path()::startsWith))
                .toList();
    }
}
