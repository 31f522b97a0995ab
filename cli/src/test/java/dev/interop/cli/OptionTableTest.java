package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.ImageParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import dev.interop.config.ParameterTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Options that give a parameter are made from the one table; the others are a command's own, and few. */
class OptionTableTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");

    /** Names that are also a parameter's, and mean something else: the site's folder, and a part of a build. */
    private static final Set<String> OTHER_MEANING = Set.of("report --out", "build --target");

    @Test
    void noCommandDeclaresAnOptionOfTheTableByHand() {
        assertThat(commands().flatMap(OptionTableTest::repeated)).containsExactlyInAnyOrderElementsOf(OTHER_MEANING);
    }

    @Test
    void anOptionOfTheTableThatIsDeclaredByHandIsFound() {
        @Command(name = "bad", modelTransformer = ParameterOptionsModel.class)
        final class Bad {
            @Mixin
            private final ParameterOptions options = ParameterOptions.withoutBuilds(MatrixParameters.PROTOCOL);

            @Option(names = "--client")
            private String client;

            @Option(names = "--own")
            private String own;
        }

        var spec = new picocli.CommandLine(new Bad()).getCommandSpec();

        assertThat(spec.optionsMap()).containsKeys("--protocol", "--client", "--own");
        assertThat(repeated(spec)).containsExactly("bad --client");
    }

    @Test
    void anOptionOfTheTableHasTheSameNamesAndTextInEveryCommand() {
        var made = commands()
                .flatMap(it -> it.options().stream())
                .filter(it -> it.userObject() instanceof Parameter<?>)
                .toList();

        assertThat(made).hasSizeGreaterThan(60).allSatisfy(it -> {
            var parameter = (Parameter<?>) it.userObject();
            var option = parameter.option().orElseThrow();
            assertThat(it.names()).containsExactlyInAnyOrderElementsOf(option.names());
            assertThat(String.join("", it.description()).replace("%%", "%"))
                    .startsWith(option.text().orElse(parameter.text()).replace('`', '\''));
        });
    }

    @Test
    void theReferencePageNamesEveryCommandsOwnOptions() throws IOException {
        var page = Files.readAllLines(PAGE);
        var missing = new ArrayList<String>();
        for (var command : commands().toList()) {
            var rows = page.stream()
                    .filter(it -> it.matches("\\| `\\./interop " + command.name() + "[ `].*"))
                    .collect(Collectors.joining());
            own(command)
                    .filter(it -> !rows.matches(".*" + it.longestName() + "\\b.*"))
                    .forEach(it -> missing.add(command.name() + " " + it.longestName()));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theReferencePageNamesTheCommandsThatTakeTheOptionsOfBuilds() throws IOException {
        var builds = Stream.of(ImageParameters.BUILD_CA, ImageParameters.TOOLS_BUILD)
                .map(it -> it.option().orElseThrow().name())
                .toList();
        // These take all options of a run, and build nothing.
        var taking = commands()
                .filter(it -> it.optionsMap().keySet().containsAll(builds))
                .map(CommandSpec::name)
                .filter(it -> !Set.of("plan", "merge").contains(it));

        var list = Pattern.compile("commands that build images \\(([^)]*)\\)").matcher(Files.readString(PAGE));

        assertThat(list.find()).isTrue();
        assertThat(Pattern.compile("`(\\w+)").matcher(list.group(1)).results().map(it -> it.group(1)))
                .containsExactlyInAnyOrderElementsOf(taking.toList());
    }

    /** The own options of a command whose name is a parameter's. */
    private static Stream<String> repeated(CommandSpec command) {
        var ofTable = ParameterTable.all().stream()
                .flatMap(it -> it.option().stream())
                .map(ParameterOption::names)
                .flatMap(List::stream)
                .toList();
        return own(command)
                .flatMap(it -> Stream.of(it.names()))
                .filter(ofTable::contains)
                .map(it -> command.name() + " " + it);
    }

    /** The options that a command declares itself; {@code -P} comes with those of the table to {@code plan}, too. */
    private static Stream<OptionSpec> own(CommandSpec command) {
        return command.options().stream()
                .filter(it -> !(it.userObject() instanceof Parameter<?>))
                .filter(it -> command.name().equals("run") || !it.longestName().equals("-P"))
                .filter(it -> !it.hidden() && !it.inherited() && !it.usageHelp() && !it.versionHelp());
    }

    private static Stream<CommandSpec> commands() {
        return Main.commandLine().getSubcommands().values().stream()
                .distinct()
                .map(picocli.CommandLine::getCommandSpec);
    }
}
