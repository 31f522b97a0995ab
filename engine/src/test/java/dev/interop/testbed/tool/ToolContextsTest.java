package dev.interop.testbed.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The library carries the contexts of builds/, file by file. */
class ToolContextsTest {
    private static final Path BUILDS = Path.of("..", "builds");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"debian", "endpoint", "iperf", "simulator", "tshark"})
    void aContextIsUnpackedAsItIsInTheProject(String context) throws IOException {
        ToolContexts.ofLibrary().unpack(context, folder);

        assertThat(contents(folder))
                .as("files; put a new one into the list contexts/index, with x if it is executable, else -")
                .isEqualTo(contents(BUILDS.resolve(context)));
    }

    @Test
    void inputsDifferWithTheContext() {
        var contexts = ToolContexts.ofLibrary();

        assertThat(contexts.inputs("tshark")).isNotEqualTo(contexts.inputs("endpoint"));
        assertThat(contexts.target(ToolContexts.BASE)).isEqualTo("trixie");
    }

    @Test
    void eachToolHasAContextAndTheImageNameOfItsFolder() throws IOException {
        for (var tool : ToolImage.values()) {
            assertThat(Files.readString(BUILDS.resolve(tool.context()).resolve("config.json")))
                    .contains("\"" + tool.defaultReference() + "\"");
        }
    }

    /** The package sources of a base, such as a mirror's, may be https. */
    @ParameterizedTest
    @EnumSource
    void eachAptStepTrustsTheCertificatesThatBuildsGet(ToolImage tool) throws IOException {
        var steps = Files.readString(BUILDS.resolve(tool.context()).resolve("Dockerfile"))
                .replace("\\\n", "")
                .lines()
                .filter(it -> it.startsWith("RUN ") && it.contains("apt-get "));

        assertThat(steps)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it)
                        .contains(
                                "--mount=type=secret,id=ca,mode=0444,target=/etc/ssl/certs/ca-certificates.crt,required=false")
                        .containsSubsequence(
                                "export SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt", "apt-get update"));
    }

    private static TreeMap<String, String> contents(Path root) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var name = root.relativize(file).toString();
                if (!name.contains("__pycache__")) {
                    contents.put(name, (Files.isExecutable(file) ? "x " : "- ") + Files.readString(file));
                }
            }
        }
        return contents;
    }
}
