package dev.interop.reuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Digests of the jars and folders that classes come from: a version that stays the same while code changes says too little. */
final class CodeDigest {
    private final Map<Path, String> known = new ConcurrentHashMap<>();

    /** The digest of the jar or folder of a class; its name alone where it comes from neither. */
    String of(Class<?> type) {
        return source(type)
                .map(it -> known.computeIfAbsent(it, CodeDigest::digest))
                .orElse(type.getName());
    }

    private static Optional<Path> source(Class<?> type) {
        try {
            var code = Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                    .map(CodeSource::getLocation);
            return code.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(code.get().toURI()));
        } catch (URISyntaxException | RuntimeException notInFiles) {
            return Optional.empty();
        }
    }

    private static String digest(Path jarOrFolder) {
        var digest = DigestUtils.getSha256Digest();
        try (var files = Files.walk(jarOrFolder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(jarOrFolder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hex.encodeHexString(digest.digest());
    }
}
