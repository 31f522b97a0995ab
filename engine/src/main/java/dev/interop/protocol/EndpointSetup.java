package dev.interop.protocol;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What an endpoint's container is made with.
 *
 * @param env its environment variables
 * @param args its command's arguments; empty for the image's own
 * @param folders what is put into it, and what is taken out of it
 */
@API(status = Status.EXPERIMENTAL)
public record EndpointSetup(Map<String, String> env, List<String> args, List<Folder> folders) {
    public EndpointSetup {
        env = Map.copyOf(env);
        args = List.copyOf(args);
        folders = List.copyOf(folders);
    }

    /**
     * A folder of an endpoint's container.
     *
     * @param path absolute
     * @param use what it is for
     */
    public record Folder(String path, Use use) {}

    /** What a folder is for. */
    public enum Use {
        /** The server's certificates, its key and the root. */
        CERTIFICATES,
        /** The server's certificate alone, for a client that wants to know it. */
        SERVER_CERTIFICATE,
        /** The files that are served. */
        SERVED,
        /** Where files would be served, with the folder that they would lie in. */
        SERVED_EMPTY,
        /** Where downloads are to appear; looked at, not kept. */
        DOWNLOADS,
        /** Where logs are written; kept in the endpoint's folder of the recording. */
        LOGS,
        /** As {@link #LOGS}, kept in a folder of its own name. */
        TRACES,
        /** May be written to; part of a folder that is kept. */
        SCRATCH
    }
}
