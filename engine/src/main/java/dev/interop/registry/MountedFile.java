package dev.interop.registry;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A file of this machine that is copied into an implementation's containers, over the one of its image.
 *
 * @param file the file on this machine
 * @param path its absolute path in the container
 * @param sha256 the SHA-256 of its content, in hexadecimal
 * @param executable whether it is executable
 */
@API(status = Status.EXPERIMENTAL)
public record MountedFile(Path file, String path, String sha256, boolean executable) {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final byte[] SCRIPT = "#!".getBytes(StandardCharsets.US_ASCII);

    /**
     * Reads the file of a mount.
     *
     * @throws UserError when it is missing, no file, unreadable, or a program that is not executable
     */
    static MountedFile of(Mount mount) {
        var file = mount.file();
        if (Files.notExists(file)) {
            throw wrong(mount, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw wrong(mount, "is no file; name the binary itself");
        }
        if (!Files.isReadable(file)) {
            throw wrong(mount, "cannot be read: permission denied");
        }
        try {
            var executable = Files.isExecutable(file);
            if (!executable && isProgram(file)) {
                throw wrong(mount, "is not executable; chmod +x it");
            }
            return new MountedFile(file, mount.path(), sha256(file), executable);
        } catch (IOException e) {
            throw new UserError(
                    "--mount '%s': %s: cannot be read: %s".formatted(mount.name(), file, e.getMessage()), e);
        }
    }

    private static UserError wrong(Mount mount, String why) {
        return new UserError("--mount '%s': %s: %s".formatted(mount.name(), mount.file(), why));
    }

    /** Whether it is a script, or an ELF file that is no shared library: data, jars and libraries need not be executable. */
    private static boolean isProgram(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(ELF.length);
            var isLibrary = String.valueOf(file.getFileName()).contains(".so");
            return startsWith(head, SCRIPT) || startsWith(head, ELF) && !isLibrary;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /**
     * Whether a copy has the content that the file had when it was read.
     *
     * @throws IOException when the copy cannot be read
     */
    public boolean isCopiedTo(Path copy) throws IOException {
        return sha256(copy).equals(sha256);
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
