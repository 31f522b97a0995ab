package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build allows only the dependencies that the POM lists. The page gives a reason for each of these. */
class DependenciesPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?:[├└] )?`([^`:]+:[^`:]+)` \\| \\S.*\\|$");
    private static final Pattern ALLOWED = Pattern.compile("<include>([^<:]+:[^<:]+)</include>");

    private static List<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static List<String> explained() throws IOException {
        return all(ROW, Path.of("..", "docs", "dependencies.md"));
    }

    @Test
    void thePageExplainsExactlyTheDependenciesThatThePomAllows() throws IOException {
        assertThat(explained())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all(ALLOWED, Path.of("pom.xml")));
    }

    @Test
    void everyDependencyOfThePageIsOnTheClassPath() throws IOException {
        var jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(it -> it.replace(File.separatorChar, '/'))
                .toList();

        assertThat(explained())
                .allSatisfy(dependency -> assertThat(jars)
                        .anyMatch(jar ->
                                isOf(jar, dependency.split(":")[0], dependency.split(":")[1])));
    }

    /** In a repository's layout, or the classes of a module that is built at the same time. */
    private static boolean isOf(String jar, String group, String artifact) {
        return jar.contains("/" + group.replace('.', '/') + "/" + artifact + "/")
                || jar.contains("/" + artifact + "/target/");
    }
}
