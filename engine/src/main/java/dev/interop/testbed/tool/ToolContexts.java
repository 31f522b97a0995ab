package dev.interop.testbed.tool;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.testbed.image.InputDigest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The build contexts in this library, copies of folders below {@code builds/}. The file {@code index} lists their files,
 * because class paths cannot be listed and archives of classes do not mark executable files.
 */
final class ToolContexts {
    /** The context of the base image of all others. */
    static final String BASE = "debian";

    private static final String FOLDER = "contexts/";
    private static final String EXECUTABLE = "x";

    private final Class<?> beside;
    private final Map<String, Boolean> files = new TreeMap<>();

    private ToolContexts(Class<?> beside) {
        this.beside = beside;
        for (var line :
                new String(content("index"), StandardCharsets.UTF_8).lines().toList()) {
            var words = line.split(" ", 2);
            files.put(words[1], words[0].equals(EXECUTABLE));
        }
    }

    /** The contexts of this library. */
    static ToolContexts ofLibrary() {
        return new ToolContexts(ToolContexts.class);
    }

    /**
     * The digest of everything that goes into an image, equal to that of the folder on the command line.
     *
     * @param context the name of its context
     */
    String inputs(String context) {
        var digest = new InputDigest();
        digest.add(target(context));
        for (var file : names(context)) {
            digest.addFile(file.substring(context.length() + 1), files.get(file), content(file));
        }
        if (!context.equals(BASE)) {
            digest.add(inputs(BASE));
        }
        return digest.hex();
    }

    /** The one target in its {@code config.json}. */
    String target(String context) {
        try {
            var config = new ObjectMapper().readTree(content(context + "/config.json"));
            return config.path("targets").fieldNames().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files of a context into a folder. */
    void unpack(String context, Path folder) throws IOException {
        for (var name : names(context)) {
            var file = folder.resolve(name.substring(context.length() + 1));
            Files.createDirectories(file.getParent());
            Files.write(file, content(name));
            if (files.get(name) && !file.toFile().setExecutable(true, false)) {
                throw new IOException(file + ": cannot be made executable");
            }
        }
    }

    private List<String> names(String context) {
        return files.keySet().stream()
                .filter(it -> it.startsWith(context + "/"))
                .toList();
    }

    private byte[] content(String name) {
        try (var stream = beside.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new FileNotFoundException(FOLDER + name + " is missing in this library; its index names it");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
