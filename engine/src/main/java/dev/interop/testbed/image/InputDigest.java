package dev.interop.testbed.image;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A digest over texts and over folders: names, contents and whether files can be executed. */
@API(status = Status.INTERNAL)
public final class InputDigest {
    /** Files that tools create as a side effect; no build reads them. */
    private static final Set<String> IGNORED = Set.of("__pycache__", ".DS_Store");

    private final MessageDigest sha256 = DigestUtils.getSha256Digest();

    /** Adds a text with its length, so that two texts differ from one longer text. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
    }

    /** Adds the files of a folder, in the order of their names. */
    public void addFolder(Path folder) {
        try {
            for (var file : files(folder)) {
                add(String.join("/", names(folder.relativize(file))));
                if (Files.isSymbolicLink(file)) {
                    add("link " + Files.readSymbolicLink(file));
                } else {
                    addContent(Files.isExecutable(file), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Adds one file, as {@link #addFolder} does. */
    public void addFile(String name, boolean executable, byte[] content) {
        add(name);
        addContent(executable, content);
    }

    private void addContent(boolean executable, byte[] content) {
        add(executable ? "x" : "-");
        add(content);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(it -> !Files.isDirectory(it) || Files.isSymbolicLink(it))
                    .filter(it -> names(folder.relativize(it)).stream().noneMatch(IGNORED::contains))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .toList();
    }

    /** The digest; nothing can be added any more. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
