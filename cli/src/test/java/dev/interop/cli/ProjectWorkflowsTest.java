package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.testbed.tool.ToolImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the workflows of the project itself to what is in its folders. */
class ProjectWorkflowsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GITHUB = ROOT.resolve(".github");

    /** The file that names dependencies → the ecosystem that updates them. */
    private static final Map<String, String> MANIFESTS = Map.of(
            "pom.xml", "maven",
            "package.json", "npm",
            "Cargo.toml", "cargo",
            "requirements.txt", "pip",
            "go.mod", "gomod");

    private static final Set<String> MADE = Set.of("target", "node_modules", ".git");

    @Test
    void aReleasePublishesEveryImageOfTheTestBed() throws IOException {
        var workflow = Files.readString(GITHUB.resolve("workflows/release.yml"));

        assertThat(words("for name in ([^;]+); do", workflow))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ToolImage.values()).map(ToolImage::context).toList());
        assertThat(words("interop build (.+)", workflow)).containsAll(words("for name in ([^;]+); do", workflow));
    }

    @Test
    void everyFolderThatNamesDependenciesIsUpdated() throws IOException {
        var configuration = Files.readString(GITHUB.resolve("dependabot.yml"));

        assertThat(withManifests())
                .as("folders that name dependencies, and those of dependabot.yml")
                .containsExactlyElementsOf(updated(configuration));
    }

    /** The folders with dependencies of their own. The versions of the build's modules are in the root. */
    private static Set<String> withManifests() throws IOException {
        var modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(it -> Path.of(it.group(1), "pom.xml"))
                .collect(Collectors.toSet());
        try (var files = Files.walk(ROOT, 6)) {
            return files.filter(it -> MANIFESTS.containsKey(it.getFileName().toString()))
                    .filter(ProjectWorkflowsTest::hasDependencies)
                    .map(ROOT::relativize)
                    .filter(it -> !modules.contains(it))
                    .filter(it -> MADE.stream().noneMatch(made -> it.toString().contains(made + "/")))
                    .map(it -> MANIFESTS.get(it.getFileName().toString()) + " /"
                            + (it.getParent() == null ? "" : it.getParent()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean hasDependencies(Path manifest) {
        try {
            return !manifest.endsWith("package.json")
                    || Files.readString(manifest).contains("ependencies\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> updated(String configuration) {
        var updated = new TreeSet<String>();
        var ecosystem = "";
        for (var line : configuration.lines().map(String::strip).toList()) {
            if (line.startsWith("- package-ecosystem: ")) {
                ecosystem = line.substring("- package-ecosystem: ".length());
            } else if (line.startsWith("- /") && MANIFESTS.containsValue(ecosystem)) {
                updated.add(ecosystem + " " + line.substring(2));
            }
        }
        return updated;
    }

    private static List<String> words(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return List.of(matcher.group(1).strip().split(" "));
    }
}
