package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The POMs of docs/use.md. examples/consumer.sh runs the first one; examples/platforms.sh imports the BOM. */
class UsePageTest {
    private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");

    private static List<String> blocks() throws IOException {
        return XML.matcher(Files.readString(Path.of("../docs/use.md")))
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    @Test
    void thePluginsOfThePageHaveTheVersionsThatTheProjectUses() throws IOException {
        var project = Files.readString(Path.of("../pom.xml"));
        var plugins = PLUGIN.matcher(blocks().get(0)).results().toList();

        assertThat(plugins)
                .extracting(it -> it.group(1))
                .containsExactlyInAnyOrder("maven-surefire-plugin", "maven-compiler-plugin", "maven-resources-plugin");
        assertThat(plugins)
                .allSatisfy(plugin -> assertThat(project)
                        .containsPattern("<artifactId>" + plugin.group(1) + "</artifactId>\\s*<version>"
                                + Pattern.quote(plugin.group(2)) + "</version>"));
    }

    @Test
    void thePageImportsTheBomOfJUnitThatIsTested() throws IOException {
        var tried = withoutSpace(Files.readString(Path.of("../examples/platforms/pom.xml")));
        var shown = withoutSpace(blocks().get(1));

        assertThat(shown).startsWith("<dependencyManagement>");
        assertThat(tried).contains(shown.replace("<version>6.1.3</version>", "<version>${junit.version}</version>"));
        assertThat(Files.readString(Path.of("../examples/platforms.sh"))).contains("6.1.3'");
    }

    private static String withoutSpace(String xml) {
        return xml.replaceAll("\\s+", "");
    }
}
