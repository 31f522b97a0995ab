package dev.interop.cli.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A public registry of packages: where it lists the releases of one, and how the list reads. */
@API(status = Status.INTERNAL)
public enum PackageRegistry {
    /** The Go module proxy. */
    GO("https://proxy.golang.org/") {
        @Override
        String path(String module) {
            return UPPER.matcher(module).replaceAll(it -> "!" + it.group().toLowerCase(Locale.ROOT)) + "/@v/list";
        }

        @Override
        List<String> releases(String list) {
            return list.lines().filter(it -> !it.isBlank()).toList();
        }
    },
    /** The Python Package Index. */
    PYPI("https://pypi.org/") {
        @Override
        String path(String project) {
            return "pypi/" + project + "/json";
        }

        @Override
        List<String> releases(String list) throws JsonProcessingException {
            return JSON.readTree(list).path("releases").properties().stream()
                    .filter(it -> isOffered(it.getValue()))
                    .map(it -> it.getKey())
                    .toList();
        }

        private static boolean isOffered(JsonNode files) {
            return StreamSupport.stream(files.spliterator(), false)
                    .anyMatch(it -> !it.path("yanked").asBoolean());
        }
    },
    /** Maven Central. */
    MAVEN("https://repo.maven.apache.org/maven2/") {
        @Override
        String path(String coordinates) {
            var parts = coordinates.split(":", 2);
            return parts[0].replace('.', '/') + "/" + parts[1] + "/maven-metadata.xml";
        }

        @Override
        List<String> releases(String list) {
            return VERSION.matcher(list).results().map(it -> it.group(1)).toList();
        }
    },
    /** The Rust crate registry. */
    CRATES("https://index.crates.io/") {
        @Override
        String path(String crate) {
            var name = crate.toLowerCase(Locale.ROOT);
            return switch (name.length()) {
                case 1, 2 -> name.length() + "/" + name;
                case 3 -> "3/" + name.charAt(0) + "/" + name;
                default -> name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
            };
        }

        @Override
        List<String> releases(String list) throws JsonProcessingException {
            var lines = Stream.<String>builder();
            for (var line : list.lines().toList()) {
                var release = JSON.readTree(line);
                if (!release.path("yanked").asBoolean()) {
                    lines.add(release.path("vers").asText());
                }
            }
            return lines.build().toList();
        }
    },
    /** Debian, whose releases are suites; a build names those that have the package. */
    DEBIAN("") {
        @Override
        String path(String name) {
            return "";
        }

        @Override
        List<String> releases(String list) {
            return List.of();
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UPPER = Pattern.compile("[A-Z]");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private final String root;

    PackageRegistry(String root) {
        this.root = root;
    }

    /** The registry of this name, such as {@code go}. */
    public static Optional<PackageRegistry> named(String name) {
        return Stream.of(values()).filter(it -> it.label().equals(name)).findFirst();
    }

    /** Its name in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the releases of a package are listed; empty if nowhere. */
    Optional<URI> list(String packageName) {
        return Optional.of(path(packageName)).filter(it -> !it.isEmpty()).map(it -> URI.create(root + it));
    }

    abstract String path(String packageName);

    /** The releases in a list that was fetched, in any order. */
    abstract List<String> releases(String list) throws JsonProcessingException;
}
