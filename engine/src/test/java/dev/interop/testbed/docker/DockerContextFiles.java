package dev.interop.testbed.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Contexts, as the Docker command stores them. */
final class DockerContextFiles {
    private DockerContextFiles() {}

    static void write(Path config, String name, String host, boolean tls) throws IOException {
        var id = id(name);
        var meta = Files.createDirectories(config.resolve("contexts/meta/" + id));
        Files.writeString(meta.resolve("meta.json"), """
                {"Name": "%s", "Metadata": {}, "Endpoints": {"docker": {"Host": "%s", "SkipTLSVerify": false}}}
                """.formatted(name, host));
        if (tls) {
            var certificates = Files.createDirectories(config.resolve("contexts/tls/" + id + "/docker"));
            for (var it : List.of("ca.pem", "cert.pem", "key.pem")) {
                Files.writeString(certificates.resolve(it), "");
            }
        }
    }

    private static String id(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
