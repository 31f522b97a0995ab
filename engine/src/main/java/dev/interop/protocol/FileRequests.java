package dev.interop.protocol;

import dev.interop.registry.Role;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The files that one endpoint of a cell fetches from the other.
 *
 * @param from the role of the serving endpoint
 * @param authority the server's host and port in URLs, such as {@code server4:443}
 * @param folders the folders that contain the files, if any; they exist even without files
 * @param paths the files' paths, relative to the served folder, with {@code /} between segments
 */
@API(status = Status.EXPERIMENTAL)
public record FileRequests(Role from, String authority, List<String> folders, List<String> paths) {
    /** No files to fetch. */
    public static final FileRequests NONE = new FileRequests(Role.SERVER, "", List.of(), List.of());

    public FileRequests {
        folders = List.copyOf(folders);
        paths = List.copyOf(paths);
    }

    /** The URLs of the files, as a client asks for them. */
    public List<String> urls() {
        return paths.stream().map(this::url).toList();
    }

    /** The URL of a path. */
    public String url(String path) {
        return "https://" + authority + "/" + path;
    }
}
