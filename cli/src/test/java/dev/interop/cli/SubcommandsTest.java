package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubcommandsTest {
    @Test
    void aCommandThatIsNamedFirstIsMadeAlone() {
        assertThat(Main.commandLine("list", "--json").getSubcommands()).containsOnlyKeys("list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--verbose", "lst", "help", "completion", "replay"})
    void allCommandsAreThereForTheRootsHelpASuggestionAndCommandsThatNeedOthers(String first) {
        assertThat(Main.commandLine(first, "list").getSubcommands())
                .hasSameSizeAs(Main.commandLine().getSubcommands())
                .containsKeys("run", "list", "help");
    }

    @Test
    void aCommandMadeAloneIsTheOneThatAllHave() {
        var all = Main.commandLine().getSubcommands();

        assertThat(all).hasSizeGreaterThan(20);
        all.forEach((name, command) -> assertThat(
                        Main.commandLine(name).getSubcommands().get(name).getUsageMessage())
                .isEqualTo(command.getUsageMessage()));
    }
}
