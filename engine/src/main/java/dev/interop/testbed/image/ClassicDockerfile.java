package dev.interop.testbed.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rewrites a Dockerfile for engines without BuildKit, whose builder has no mounts. Mounts are left out, and the CA bundle
 * is copied into the early stages that mount it. The last stage becomes the image and never gets the bundle.
 */
final class ClassicDockerfile {
    /** The bundle's name in the build's context. */
    static final String BUNDLE = ".interop-ca.pem";

    private static final Pattern MOUNT = Pattern.compile("--mount=(\\S+)[ \\t]*");
    private static final Pattern TARGET = Pattern.compile("(?:^|,)(?:target|dst|destination)=([^,]+)");

    private ClassicDockerfile() {}

    /**
     * @param withBundle whether there is a bundle in the context
     */
    static String of(String dockerfile, boolean withBundle) {
        var lines = dockerfile.lines().toList();
        var lastStage = lastStage(lines);
        var result = new StringBuilder();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            var target = bundleTarget(line);
            if (withBundle && index < lastStage && target.isPresent()) {
                result.append("COPY ")
                        .append(BUNDLE)
                        .append(' ')
                        .append(target.get())
                        .append('\n');
            }
            result.append(MOUNT.matcher(line).replaceAll("")).append('\n');
        }
        return result.toString();
    }

    private static int lastStage(List<String> lines) {
        for (var index = lines.size() - 1; index >= 0; index--) {
            if (lines.get(index).strip().toUpperCase(Locale.ROOT).startsWith("FROM ")) {
                return index;
            }
        }
        return 0;
    }

    private static Optional<String> bundleTarget(String line) {
        return MOUNT.matcher(line)
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.contains("type=secret") && it.contains("id=ca"))
                .findFirst()
                .flatMap(it -> TARGET.matcher(it).results().findFirst())
                .map(it -> it.group(1));
    }
}
