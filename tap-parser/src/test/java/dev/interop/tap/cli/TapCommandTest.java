package dev.interop.tap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapCommandTest {

    private static final String GOOD = "TAP version 14\n1..1\nok 1 - a\n";
    private static final String BAD = "TAP version 14\n1..1\nnot ok 1 - b\n  ---\n  why: so\n  ...\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new TapCommand(in, out, new PrintStream(errors, true, StandardCharsets.UTF_8)).run(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aGoodStreamExitsWith0() {
        assertThat(run(GOOD)).isZero();
        assertThat(printed()).isEqualTo("ok: 1 points, 0 failed, 0 skipped, 0 todo\n");
    }

    @Test
    void aBadStreamExitsWith1AndSaysWhy() {
        assertThat(run(BAD)).isEqualTo(1);
        assertThat(printed())
                .isEqualTo(
                        "not ok 1 - b (line 3)\n  why: so\nnot ok: 1 points, 1 failed, 0 skipped, 0 todo, failed: 1\n");
    }

    @Test
    void jsonIsTheWholeDocument() {
        run(
                "TAP version 13\n1..2\n# Subtest: s\n    1..1\n    ok 1\nok 1 - s # SKIP x\nnot ok\n  ---\n  a: [1, .nan]\n  ...\n",
                "--format",
                "json");

        assertThat(printed()).isEqualTo("""
                        {"ok":false,"version":13,"plan":{"start":1,"end":2,"skipAll":false,"reason":""},\
                        "count":2,"pass":1,"fail":1,"skip":1,"todo":0,"bailout":false,\
                        "failures":[2],"failureIndexes":[2],"errors":[],"subtestNames":["s"],"points":[\
                        {"id":1,"ok":true,"name":"s","skip":"x","todo":false,"diag":null,"subtest":\
                        {"ok":true,"version":null,"plan":{"start":1,"end":1,"skipAll":false,"reason":""},\
                        "count":1,"pass":1,"fail":0,"skip":0,"todo":0,"bailout":false,\
                        "failures":[],"failureIndexes":[],"errors":[],"subtestNames":[],"points":[\
                        {"id":1,"ok":true,"name":"","skip":false,"todo":false,"diag":null,"subtest":null}]}},\
                        {"id":null,"ok":false,"name":"","skip":false,"todo":false,"diag":{"a":[1,"NaN"]},"subtest":null}]}
                        """);
    }

    @Test
    void jsonOfBadYamlAndABailOutIsJson() throws IOException {
        run("ok 1\n  ---\n  a: b: c\n  ...\nBail out! \u0001\n", "--format", "json");

        assertThat(printed()).contains("\"diag\":null").contains("\"bailout\":\"\\u0001\"");
        try (JsonParser json = new JsonFactory().createParser(printed())) {
            while (json.nextToken() != null) {
                // Reading to the end is the test.
            }
        }
    }

    @Test
    void tapIsWrittenWell() {
        assertThat(run("ok 1 x\n1..1 ", "--format", "tap")).isZero();
        assertThat(printed()).isEqualTo("TAP version 14\nok 1 - x\n1..1\n");
    }

    @Test
    void severalFilesAreReadOneByOne() throws IOException {
        String good = file("good.tap", GOOD);
        String bad = file("bad.tap", BAD);

        assertThat(run("", good, good)).isZero();
        assertThat(run("", good, bad)).isEqualTo(1);
        assertThat(printed()).contains("== " + bad);
    }

    @Test
    void severalFilesAreOneTapStream() throws IOException {
        run("", "--format", "tap", file("a.tap", GOOD), file("b.tap", BAD));

        String joined = printed();
        assertThat(joined)
                .startsWith("TAP version 14\n# Subtest: ")
                .endsWith("not ok 2 - " + folder.resolve("b.tap") + "\n1..2\n");
        out.reset();
        assertThat(run(joined, "--strict")).isEqualTo(1);
        assertThat(printed()).doesNotContain("error");
    }

    @Test
    void strictHoldsTheProducerToTheSpecification() {
        assertThat(run("1..1\nok 1\n")).isZero();
        assertThat(run("1..1\nok 1\n", "--strict")).isEqualTo(1);
        assertThat(printed()).contains("error version-missing");
    }

    @Test
    void oneServiceOfAComposeLogIsRead() {
        String log = "relay-1  | not ok 1\nclient-1  | 1..1\nclient-1  | ok 1\n";

        assertThat(run(log, "--compose-service", "client")).isZero();
        assertThat(run(log, "--compose-service", "relay")).isEqualTo(1);
    }

    @Test
    void rulesCanBeOverridden() {
        String disagreeing = "1..1\n    1..1\n    not ok 1\nok 1\n";

        assertThat(run(disagreeing)).isZero();
        assertThat(run(disagreeing, "--rule", "R02=error")).isEqualTo(1);
        assertThat(run("not ok #todo\n1..1\n", "--rule", "R08=spaced")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--format=xml", "--unknown", "--rule=R99=error", "--rule=R02=maybe", "--rule=R02", "--rule=R21=x"
            })
    void wrongUsageExitsWith2(String argument) {
        assertThat(run(GOOD, argument)).isEqualTo(2);
        assertThat(errors.toString()).isNotEmpty();
        assertThat(printed()).isEmpty();
    }

    @Test
    void afterTwoDashesEverythingIsAFile() {
        assertThat(run(GOOD, "--", "--strict")).isEqualTo(2);
        assertThat(run(GOOD, "--", "-")).isZero();
    }

    @Test
    void aMissingFileExitsWith2() {
        assertThat(run("", folder.resolve("missing.tap").toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("missing.tap");
    }

    @Test
    void aDirectoryExitsWith2() {
        assertThat(run("", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains(folder.toString());
    }

    @Test
    void outputThatCannotBeWrittenExitsWith2() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        InputStream in = new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8));

        assertThat(new TapCommand(in, closed, new PrintStream(errors)).run()).isEqualTo(2);
        assertThat(errors.toString()).isEqualTo("tap-parser: Broken pipe" + System.lineSeparator());
    }

    @Test
    void tooLittleMemoryIsNoVerdict() {
        InputStream in = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("Java heap space");
            }
        };

        assertThat(new TapCommand(in, out, new PrintStream(errors)).run("--format", "json"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("memory");
    }

    @Test
    void helpNamesTheExitStatus() {
        assertThat(run("", "--help")).isZero();
        assertThat(printed()).contains("Exit status:");
    }
}
