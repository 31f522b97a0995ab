package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.Parameter;
import dev.interop.config.ParameterTable;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the recipes for CI systems and Gradle to the options and parameters that there are. */
class RecipesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Path ACTION = EXAMPLES.resolve("github/action/action.yml");

    private static final Pattern PARAMETER = Pattern.compile("-[DP](interop(?:\\.[a-z]+)+)=");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--[a-z][a-z-]+)");
    /** A call of a command, with the lines that continue it. */
    private static final Pattern CALL =
            Pattern.compile("interop (run|report|diff|list|build) ((?:[^\\n;|]*\\\\\\n)*[^\\n;|]*)");

    static Stream<Path> recipes() throws IOException {
        try (var files = Stream.of("github", "gitlab", "jenkins", "gradle")
                .map(EXAMPLES::resolve)
                .flatMap(RecipesTest::files)) {
            return files.filter(it -> it.toString().matches(".*(\\.yml|\\.kts|Jenkinsfile|\\.sh)")).toList().stream();
        }
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder).filter(it -> !it.toString().contains("node_modules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeNamesOnlyParametersAndOptionsThatThereAre(Path recipe) throws IOException {
        var text = Files.readString(recipe);
        var keys = ParameterTable.all().stream().map(Parameter::key).toList();

        assertThat(PARAMETER.matcher(text).results().map(it -> it.group(1))).isSubsetOf(keys);
        CALL.matcher(text)
                .results()
                .forEach(call -> assertThat(
                                OPTION.matcher(call.group(2)).results().map(it -> it.group(1)))
                        .as("options of %s", call.group(1))
                        .isSubsetOf(options(call.group(1))));
    }

    private static Set<String> options(String command) {
        return Main.commandLine()
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .optionsMap()
                .keySet();
    }

    /** Results are only reused with the same seed, so one of each run would reuse nothing. */
    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeThatReusesResultsHasTheSameSeedForAWeek(Path recipe) throws IOException {
        var text = Files.readString(recipe);

        if (text.contains("interop.reuse=") || text.contains("(--reuse ")) {
            assertThat(text).containsPattern("(?i)seed=\"?\\$\\(date -u \\+%G%V\\)");
        }
    }

    @Test
    void theOptionsOfTheActionAreThoseOfRun() throws IOException {
        var given = Pattern.compile("options\\+=\\((--[a-z-]+) ").matcher(Files.readString(ACTION));

        assertThat(given.results().map(it -> it.group(1))).isNotEmpty().isSubsetOf(options("run"));
    }

    @Test
    void theActionUsesEachOfItsInputsAndNoOthers() throws IOException {
        var used = Pattern.compile("\\$\\{\\{ inputs\\.([a-z]+) }}")
                .matcher(Files.readString(ACTION))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inputs()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aWorkflowGivesTheActionOnlyInputsThatItHas() throws IOException {
        for (var workflow :
                recipes().filter(it -> it.getParent().endsWith("workflows")).toList()) {
            var jobs = (Map<String, Map<String, Object>>) yaml(workflow).get("jobs");
            for (var job : jobs.values()) {
                for (var step : (List<Map<String, Object>>) job.get("steps")) {
                    if ("./.github/actions/interop".equals(step.get("uses"))) {
                        assertThat(((Map<String, Object>) step.get("with")).keySet())
                                .as(workflow.toString())
                                .isSubsetOf(inputs());
                    }
                }
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void gitLabsJobKeepsJUnitsReports() throws IOException {
        var job = (Map<String, Map<String, Object>>) (Map<String, ?>)
                yaml(EXAMPLES.resolve("gitlab/interop.gitlab-ci.yml")).get("interop");

        assertThat(job).containsKeys("script", "cache", "artifacts");
        assertThat(job.get("artifacts").get("reports").toString()).contains("junit=target/surefire-reports/");
    }

    @Test
    void gradlesSampleNamesTheArtifactsAndTheLauncherOfThisVersion() throws IOException {
        var build = Files.readString(EXAMPLES.resolve("gradle/build.gradle.kts"));
        var pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(build)
                .contains("dev.interop:interop-bom:" + first("<version>([^<]+)</version>", pom))
                .contains(
                        "org.junit.platform:junit-platform-launcher:" + first("<junit.platform.version>([^<]+)<", pom));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> inputs() throws IOException {
        return ((Map<String, Object>) yaml(ACTION).get("inputs")).keySet();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(Path file) throws IOException {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
