package dev.interop.testbed.lane;

import dev.interop.recording.ContainerRole;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The folders that a network sandbox shares with the containers that join it. */
@API(status = Status.INTERNAL)
public final class SandboxFolders {
    /** The folder for logs, keys and captures. */
    public static final String LOGS = "/logs";

    private static final String CERTS = "/certs";
    private static final String DOWNLOADS = "/downloads";
    private static final String WWW = "/www";

    /** The folders that only the sandbox writes to. Containers that join can read them. */
    static final Set<String> READ_ONLY = Set.of(CERTS, WWW);

    private SandboxFolders() {}

    /** Whether endpoints share this folder with their sandbox. */
    public static boolean isShared(String path) {
        return of(ContainerRole.CLIENT).contains(path);
    }

    /** The folders for containers of this role. The engine copies all other files of an endpoint. */
    static List<String> of(ContainerRole role) {
        return switch (role) {
            case CLIENT, SERVER -> List.of(LOGS, CERTS, WWW, DOWNLOADS);
            case SIM -> List.of(LOGS);
        };
    }
}
