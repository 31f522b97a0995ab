package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bill of materials has no parent, so the version and repository that it repeats must equal the parent's. */
class PublishedModulesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern MANAGED =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{project.version}</version>");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");
    /** The examples, which show the use of the other modules and are not published. */
    private static final Set<String> UNPUBLISHED = Set.of("bom", "examples");

    private static String pom(String module) throws IOException {
        return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).toList();
    }

    private static String first(String element, String pom) {
        return Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(pom)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theBomManagesEveryPublishedModule() throws IOException {
        var published = all(MODULE, pom("")).stream()
                .filter(it -> !UNPUBLISHED.contains(it) && !it.startsWith("examples/"))
                .map(it -> {
                    try {
                        return all(ARTIFACT, pom(it)).get(0);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toSet());

        assertThat(all(MANAGED, pom("bom"))).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void theBomRepeatsTheParentsVersionAndRepository() throws IOException {
        for (var element : List.of("version", "interop.repository", "project.build.outputTimestamp")) {
            assertThat(first(element, pom("bom"))).isEqualTo(first(element, pom("")));
        }
    }
}
