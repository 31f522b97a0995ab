package dev.interop.protocol;

import dev.interop.registry.Role;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one side of a cell is to fetch from the other.
 *
 * @param from the role of the side that serves
 * @param authority the server's host and port in URLs, such as {@code server4:443}
 * @param folder the folder below which the files lie, where there is one; it is there even without files
 * @param paths of the files, relative to the folder that is served, with {@code /} between segments
 */
@API(status = Status.EXPERIMENTAL)
public record FileRequests(Role from, String authority, Optional<String> folder, List<String> paths) {
    /** Nothing is to be fetched. */
    public static final FileRequests NONE = new FileRequests(Role.SERVER, "", Optional.empty(), List.of());

    public FileRequests {
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
