package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image for another platform, assembled from files because a container engine builds only for its own platform. */
public final class ForeignPlatformImage implements AutoCloseable {
    private static final int EXECUTABLE = 0100755;

    private final DockerClient client = EngineAddress.connect().client();
    private final String name;
    private final String reference;

    /**
     * Loads the image on this machine.
     *
     * @param name its name, as one of ours
     * @param architecture which it says that it is made for, with Linux
     */
    public ForeignPlatformImage(String name, String architecture) throws IOException, NoSuchAlgorithmException {
        this.name = name;
        this.reference = "localhost/interop/" + name + ":local";
        client.loadImageCmd(new ByteArrayInputStream(archive(reference, architecture)))
                .exec();
    }

    public String name() {
        return name;
    }

    public String reference() {
        return reference;
    }

    private static byte[] archive(String reference, String architecture) throws IOException, NoSuchAlgorithmException {
        var layer = tar(Map.of("start", "no program of this machine's".getBytes(StandardCharsets.UTF_8)));
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(layer));
        var config = """
                {"os": "linux", "architecture": "%s", "config": {"Entrypoint": ["/start"]},
                 "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}""".formatted(architecture, digest);
        var manifest = """
                [{"Config": "config.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]}]""".formatted(reference);
        return tar(Map.of(
                "config.json", config.getBytes(StandardCharsets.UTF_8),
                "manifest.json", manifest.getBytes(StandardCharsets.UTF_8),
                "layer.tar", layer));
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setMode(EXECUTABLE);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (client) {
            client.removeImageCmd(reference).withForce(true).exec();
        } catch (NotFoundException gone) {
            // Removed by other means.
        }
    }
}
