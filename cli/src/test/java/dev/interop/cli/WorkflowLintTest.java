package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lints the project's workflows and those of the examples, by actionlint. */
@Tag("browser")
class WorkflowLintTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LINT = ROOT.resolve("examples/github/lint");

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(hasNode(), "Node.js 20 or later is not here");
        assertThat(run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                        .code())
                .isZero();
    }

    @Test
    void theWorkflowsHaveNoMistakes() throws Exception {
        var files = new ArrayList<String>();
        for (var folder : List.of(".github/workflows", "examples/github/workflows")) {
            try (var all = Files.list(ROOT.resolve(folder))) {
                all.map(Path::toString).filter(it -> it.endsWith(".yml")).forEach(files::add);
            }
        }

        var result = lint(files);

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        assertThat(result.out()).isEqualTo(files.size() + " files, 0 mistakes\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void aMistakeIsFound(@TempDir Path folder) throws Exception {
        var bad = Files.writeString(folder.resolve("bad.yml"), """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo ${{ matrx.x }}
                """);

        var result = lint(List.of(bad.toString()));

        assertThat(result.out()).contains("undefined variable \"matrx\"");
        assertThat(result.code()).isEqualTo(1);
    }

    private static Result lint(List<String> files) throws Exception {
        var command = new ArrayList<>(List.of("node", "lint.mjs"));
        command.addAll(files);
        return run(command.toArray(String[]::new));
    }

    private static boolean hasNode() throws Exception {
        try {
            return run("node", "-p", "process.versions.node.split('.')[0] >= 20")
                    .out()
                    .strip()
                    .equals("true");
        } catch (IOException missing) {
            return false;
        }
    }

    private static Result run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(LINT.toFile())
                .redirectErrorStream(true)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }

    private record Result(int code, String out) {}
}
