package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts {@code interop} of checkout and archive in odd surroundings, with a Java, a Maven and Docker's programs that only note their calls. */
@EnabledOnOs(OS.LINUX)
class SetUpScriptTest {
    private static final Path SCRIPT = Path.of("..", "interop");
    private static final String NOBODY = "65534";

    @TempDir
    Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private boolean asNobody;

    @BeforeEach
    void aCompiledCheckout() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        program("checkout/interop", Files.readString(SCRIPT));
        program("archive/bin/interop", Files.readString(Path.of("src", "dist", "bin", "interop")));
        file("checkout/pom.xml", "");
        file("checkout/cli/target/cli/classpath", "");
        old("checkout/pom.xml");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", """
                #!/bin/sh
                [ "$1" != -version ] || { echo 'openjdk version "17.0.1"' >&2; exit; }
                for last; do :; done
                [ "$last" != engine ] || { echo "$ENGINE_SAYS" >&2; exit "$ENGINE_CODE"; }
                echo "LC_ALL=$LC_ALL LC_CTYPE=$LC_CTYPE HOME=$HOME with $*"
                """);
        for (var it : List.of("mvn", "dockerd", "systemctl", "apt-get", "setsid")) {
            program("bin/" + it, "#!/bin/sh\necho \"%s $*\" >>\"$CALLS\"\n".formatted(it));
        }
        program("bin/curl", "#!/bin/sh\nexit 7\n");
        file("calls", "");
        environment.put("CALLS", temp.resolve("calls").toString());
        environment.put("JAVA_HOME", temp.resolve("jdk").toString());
        environment.put("PATH", temp.resolve("bin") + ":/usr/bin:/bin");
        environment.put("HOME", Files.createDirectories(temp.resolve("home")).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', LC_ALL= LC_CTYPE=C.UTF-8",
        "LANG, C, LC_ALL= LC_CTYPE=C.UTF-8",
        "LANG, de_DE@euro, LC_ALL= LC_CTYPE=C.UTF-8",
        "LC_ALL, POSIX, LC_ALL=C.UTF-8 LC_CTYPE=",
        "LC_ALL, C.utf8, LC_ALL=C.utf8 LC_CTYPE=",
        "LC_ALL, xx_XX.UTF-8, LC_ALL=C.UTF-8 LC_CTYPE=",
        "LANG, xx_XX.UTF-8, LC_ALL= LC_CTYPE=C.UTF-8",
    })
    void theJvmHasAnEncodingForAllLetters(String name, String value, String seen) throws Exception {
        if (!name.isEmpty()) {
            environment.put(name, value);
        }

        assertThat(run("list")).startsWith("0: ").contains(seen);
        assertThat(run("archive/bin/interop", "list")).startsWith("0: ").contains(seen);
    }

    @Test
    void digitsAreThoseOfTheTextsAroundThem() throws Exception {
        environment.put("LANG", "ar_EG.UTF-8");

        assertThat(run("list")).contains("-Duser.language=en");
        assertThat(run("archive/bin/interop", "list")).contains("-Duser.language=en");
    }

    @Test
    void aUserWithoutAHomeIsToldInALine() throws Exception {
        program("bin/getent", "#!/bin/sh\nexit 2\n");
        for (var home : List.of("", "/nonexistent", temp.resolve("calls").toString())) {
            environment.put("HOME", home);

            assertThat(run("list"))
                    .matches("3: interop: the user \\d+ has no home folder; let HOME name one that can be written\n");
        }
        environment.remove("HOME");
        assertThat(run("list")).contains("has no home folder");
    }

    @Test
    void aHomeThatTheEnvironmentLacksIsThatOfTheUser() throws Exception {
        environment.remove("HOME");
        program("bin/getent", "#!/bin/sh\necho \"me:x:0:0::%s:/bin/sh\"\n".formatted(temp.resolve("bin")));

        assertThat(run("list")).contains("HOME=" + temp.resolve("bin") + " with ");
    }

    @Test
    void aCheckoutOfAnotherUserIsUsedAsItIsAndNotCompiled() throws Exception {
        asNobody();

        assertThat(run("list")).startsWith("0: ");

        Files.setLastModifiedTime(
                temp.resolve("checkout/pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("list"))
                .matches(
                        "3: interop: .*/checkout/cli/target cannot be written by \\w+, and there is something to compile;"
                                + " let its owner run ./interop list once, or use a copy of the checkout\n");
        assertThat(calls()).isEmpty();
    }

    @Test
    void nothingIsInstalledIntoTheUsersMavenRepository() throws Exception {
        Files.setLastModifiedTime(
                temp.resolve("checkout/pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        for (var it : List.of("engine/target", "tap-parser/target")) {
            Files.createDirectories(temp.resolve("checkout").resolve(it));
        }
        program("bin/mvn", "#!/bin/sh\necho \"mvn $*\" >>\"$CALLS\"; : >cli/target/cli/classpath.new\n");

        assertThat(run("list")).contains("compiled in");
        assertThat(calls()).singleElement().asString().contains(" package ").doesNotContain(" install");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 3"})
    void noEngineIsStartedWhereOneAnswersOrTheUserNamesOne(String code, String exit) throws Exception {
        environment.put("ENGINE_CODE", code);
        environment.put("ENGINE_SAYS", "interop: the engine of the context");

        assertThat(run("run")).startsWith(exit + ": ");
        assertThat(calls()).isEmpty();
    }

    @Test
    void aUserWhoCannotReachAnEngineHearsWhyAndNoneIsStarted() throws Exception {
        asNobody();
        environment.put("ENGINE_CODE", "3");
        environment.put("ENGINE_SAYS", "interop: Docker Engine is not reachable (permission denied)");

        assertThat(run("run")).isEqualTo("3: interop: Docker Engine is not reachable (permission denied)\n");
        assertThat(calls()).isEmpty();
    }

    /** A JVM without the file of its release may know other options. */
    @Test
    void theFirstRunArchivesItsClassesForLaterCommands() throws Exception {
        environment.put("ENGINE_CODE", "0");
        assertThat(run("run")).startsWith("0: ").doesNotContain("classes-");

        file("jdk/release", "JAVA_VERSION=\"17.0.1\"\n");
        assertThat(run("list")).startsWith("0: ").doesNotContain("classes-");
        var first = run("run");
        assertThat(first).startsWith("0: ").contains("-XX:ArchiveClassesAtExit=cli/target/cli/classes-");

        var archive = first.replaceFirst("(?s).*-XX:ArchiveClassesAtExit=(\\S+).*", "$1");
        file("checkout/" + archive, "");
        for (var command : List.of("list", "run")) {
            assertThat(run(command))
                    .contains("-XX:SharedArchiveFile=" + archive)
                    .doesNotContain("ArchiveClassesAtExit");
        }
    }

    private void asNobody() throws IOException {
        var isRoot = Files.getOwner(temp).getName().equals("root");
        assumeTrue(!isRoot || Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not here");
        asNobody = isRoot;
        if (!isRoot) {
            Files.setPosixFilePermissions(
                    temp.resolve("checkout/cli/target"), PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        Files.setPosixFilePermissions(temp.resolve("calls"), PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    /** The exit code, and what was printed. */
    private String run(String command) throws IOException, InterruptedException {
        return run("checkout/interop", command);
    }

    private String run(String script, String command) throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        if (asNobody) {
            line.addAll(List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        line.addAll(List.of(temp.resolve(script).toString(), command));
        var builder = new ProcessBuilder(line).directory(temp.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + ": " + said;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(temp.resolve("calls"));
    }

    private void program(String name, String text) throws IOException {
        Files.setPosixFilePermissions(file(name, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path file(String name, String text) throws IOException {
        var file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void old(String name) throws IOException {
        Files.setLastModifiedTime(temp.resolve(name), FileTime.from(Instant.EPOCH));
    }
}
