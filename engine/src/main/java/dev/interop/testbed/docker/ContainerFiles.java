package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;

/** The files in containers, running or not. */
final class ContainerFiles {
    private final DockerClient client;
    private final ArchiveDownload archives;
    private final Deadline within;

    ContainerFiles(DockerClient client, ArchiveDownload archives, Deadline within) {
        this.client = client;
        this.archives = archives;
        this.within = within;
    }

    /** Unpacks an archive into a container, which need not run. */
    void copyIn(String id, String folder, InputStream tar) {
        within.call(Deadline.LONG, "copying into a container", () -> {
            client.copyArchiveToContainerCmd(id)
                    .withRemotePath(folder)
                    .withTarInputStream(tar)
                    .exec();
            return true;
        });
    }

    /**
     * Hands a container's folder as an archive to {@code reader}.
     *
     * @return false if there is no such folder
     * @throws IOException when the reader throws it
     */
    boolean copyOut(String id, String folder, ArchiveReader reader) throws IOException {
        try {
            return within.call(Deadline.LONG, "copying out of a container", () -> {
                try {
                    return archives.read(id, folder, reader);
                } catch (IOException e) {
                    throw new CopyBroken(e);
                }
            });
        } catch (EngineFailure e) {
            if (e.getCause() instanceof CopyBroken broken) {
                throw broken.why;
            }
            throw e;
        }
    }

    private static final class CopyBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IOException why;

        CopyBroken(IOException why) {
            super(why);
            this.why = why;
        }
    }
}
