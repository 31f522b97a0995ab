package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what is MoQT's in the package {@code moqt}: identifiers and literals of all other packages, the command line's
 * among them, know none of it.
 */
class NeutralPackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/interop");
    private static final Path COMMAND_LINE = Path.of("../cli/src/main/java/dev/interop");
    private static final String OURS = "moqt/";

    /** The words that are MoQT's. */
    private static final Set<String> WORDS = Set.of("moqt", "mlog", "tap", "standing", "relay", "relays");

    /** The readers of other runners' registry files, which are of one protocol each. */
    private static final Set<String> RUNNERS_FORMATS =
            Set.of("registry/MoqtRunnerFormat.java", "registry/RegistryReader.java");

    /**
     * The words that files must have: the other names of an option, the keys of the public runner's {@code summary.json},
     * and the property of the parser's own tests.
     */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "config/MatrixParameters.java", Set.of("relay", "relays"),
            "report/SummaryJson.java", Set.of("relay"),
            "cli/TestCommand.java", Set.of("tap"));

    private static final Pattern NAME = Pattern.compile("(?i)moqt");
    private static final Pattern COMMENT_OR_CODE = Pattern.compile("(?s)(//[^\\n]*|/\\*.*?\\*/)"
            + "|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[^\"'/]+|.");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

    @Test
    void noOtherPackageHasMoqtInItsCode() throws IOException {
        assertThat(foundIn(SOURCES)).isEmpty();
    }

    @Test
    void noPackageOfTheCommandLineHasMoqtInItsCode() throws IOException {
        assertThat(foundIn(COMMAND_LINE)).isEmpty();
    }

    private static List<String> foundIn(Path sources) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var name = sources.relativize(file).toString();
                if (!name.startsWith(OURS) && !RUNNERS_FORMATS.contains(name)) {
                    found(Files.readString(file)).stream()
                            .filter(it -> !NEEDED.getOrDefault(name, Set.of()).contains(it))
                            .forEach(it -> found.add(name + ": " + it));
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url.startsWith(\"moqt:\")",
                "folder.resolve(\"client/mlog\")",
                "import dev.interop.moqt.wire.Transport;",
                "title + \" (TAP)\"",
                "Optional<ClaimColumn> tap,",
                "new MoqtRoutes(a)",
                "int lastMoqtDraft = 18;",
                "text(\"true, for MoQT false\")",
                "List.of(\"server4\", \"relay\")",
                "var x = \"/*\"; var MOQT_PORT = 1; // */"
            })
    void anIdentifierOrLiteralOfMoqtIsFound(String code) {
        assertThat(found(code)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// as in MoQT",
                "/* a TAP report */ int tape = 1;",
                "/** {@code mlog} */",
                "facts.getApiVersion()",
                "var outstanding = metaphor;",
                "'\"' + x // tap \""
            })
    void commentsAndLongerWordsAreNot(String code) {
        assertThat(found(code)).isEmpty();
    }

    private static List<String> found(String source) {
        var code = COMMENT_OR_CODE
                .matcher(source)
                .replaceAll(it -> it.group(1) == null ? java.util.regex.Matcher.quoteReplacement(it.group()) : " ");
        var names = NAME.matcher(code);
        return Stream.concat(
                        names.results().map(it -> it.group()),
                        WORD.matcher(NAME.matcher(code).replaceAll(" "))
                                .results()
                                .map(it -> it.group()))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(WORDS::contains)
                .toList();
    }
}
