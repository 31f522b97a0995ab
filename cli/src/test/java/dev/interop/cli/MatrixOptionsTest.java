package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.Caller;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.HistoryParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.ParameterTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

class MatrixOptionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "bench"})
    void aCommandHasAnOptionForEachParameterOfTheTable(String command) {
        var options = Main.commandLine()
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .optionsMap();

        assertThat(ParameterTable.all().stream().flatMap(it -> it.option().stream()))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(options).containsKeys(it.names().toArray(String[]::new));
                    assertThat(options.get(it.name()).paramLabel())
                            .isEqualTo(it.isFlag() ? options.get(it.name()).paramLabel() : it.label());
                });
    }

    @Test
    void theUsageShowsTheTextsOfTheTable() {
        var out = new StringWriter();

        Main.commandLine()
                .setUsageHelpAutoWidth(false)
                .setOut(new PrintWriter(out, true))
                .execute("run", "--help");

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("--lanes=N How many cells run at the same time, each on networks of its own. (default: 2)")
                .contains(
                        "--client, --clients=A,B The clients. 'all': every registered one; '!NAME': all but this one;"
                                + " 'NAME@VERSION': another released version of it; '*' and '?' stand for any characters and for one.");
    }

    @Test
    void replacedImagesOfSeveralOptionsAddUp() {
        var options = parsed("--replace", "a=b", "--replace", "c=d,e=f", "--lanes", "3", "--overwrite");

        assertThat(options.value(MatrixParameters.REPLACE)).hasValue("a=b,c=d,e=f");
        assertThat(options.value(ExecutionParameters.LANES)).hasValue("3");
        assertThat(options.value(OutputParameters.OVERWRITE)).hasValue("true");
        assertThat(options.value(ExecutionParameters.SEED)).isEmpty();
    }

    @Test
    void mountedFilesAndRegistriesAreRelativeToTheUsersFolder() {
        System.setProperty(UserFolder.PROPERTY, "/home/me");
        try {
            var options = parsed(
                    "--mount",
                    "quic-go=./client:/usr/bin/client",
                    "--mount=kwik=/b:/c",
                    "--registry",
                    "a.json, /b.json");

            assertThat(options.value(MatrixParameters.MOUNT))
                    .hasValue("quic-go=/home/me/client:/usr/bin/client,kwik=/b:/c");
            assertThat(options.value(MatrixParameters.REGISTRY)).hasValue("/home/me/a.json,/b.json");
        } finally {
            System.clearProperty(UserFolder.PROPERTY);
        }
    }

    @Test
    void aRunsFolderIsRelativeToTheUsersFolderAndItsTimeIsNone(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("day-1"));
        System.setProperty(UserFolder.PROPERTY, folder.toString());
        try {
            assertThat(parsed("--changed-since", "day-1").value(HistoryParameters.CHANGED_SINCE))
                    .hasValue(folder.resolve("day-1").toString());
            assertThat(parsed("--changed-since", "last").value(HistoryParameters.CHANGED_SINCE))
                    .hasValue("last");
        } finally {
            System.clearProperty(UserFolder.PROPERTY);
        }
    }

    @Test
    void whatIsNoMountIsRefusedAsTheUserWroteIt() {
        assertThatThrownBy(() -> parsed("--mount", "quic-go=client").settings())
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("interop.mount: 'quic-go=client' is not understood; it takes NAME=FILE:/PATH");
    }

    @Test
    void aGivenValueOverridesACommandsOwnDefault() {
        var options = parsed("--lanes=3");

        options.putIfAbsent(ExecutionParameters.LANES, "1");
        options.putIfAbsent(MatrixParameters.CLIENTS, "quic-go");

        assertThat(options.value(ExecutionParameters.LANES)).hasValue("3");
        assertThat(options.value(MatrixParameters.CLIENTS)).hasValue("quic-go");
    }

    @Test
    void theSettingsOfARunHaveTheCommandAsTheUserCalledIt() {
        System.setProperty(CommandName.PROPERTY, "bin/interop");
        try {
            assertThat(parsed("--lanes=3").settings().caller()).isEqualTo(new Caller.CommandLine("bin/interop"));
        } finally {
            System.clearProperty(CommandName.PROPERTY);
        }
    }

    private static MatrixOptions parsed(String... arguments) {
        var main = Main.commandLine();
        main.parseArgs(Stream.concat(Stream.of("plan"), Stream.of(arguments)).toArray(String[]::new));
        return main.getSubcommands().get("plan").getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(MatrixOptions.class::isInstance)
                .map(MatrixOptions.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
