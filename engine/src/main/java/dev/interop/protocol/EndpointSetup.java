package dev.interop.protocol;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The setup of an endpoint's container.
 *
 * @param env its environment variables
 * @param args its command's arguments; empty for the image's own
 * @param folders the folders that are copied into it and out of it
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
     * @param use its purpose
     */
    public record Folder(String path, Use use) {}

    /** The purpose of a folder. */
    public enum Use {
        /** The server's certificates, its key and the root. */
        CERTIFICATES,
        /** The server's certificate alone, for a client that pins it. */
        SERVER_CERTIFICATE,
        /** The served files. */
        SERVED,
        /** The folder for served files of an endpoint that serves none; it has the folder's name but no files. */
        SERVED_EMPTY,
        /** The folder for downloads; inspected, not kept. */
        DOWNLOADS,
        /** The folder for logs; kept in the endpoint's folder of the recording. */
        LOGS,
        /** As {@link #LOGS}, kept in a folder of its own name. */
        TRACES,
        /** A writable folder within a folder that is kept. */
        SCRATCH
    }
}
