package dev.interop.tap.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.tap.YamlContent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement: safe types only, no tags, limits on aliases, depth and size. */
class SnakeYamlReaderTest {

    private final SnakeYamlReader reader = new SnakeYamlReader();

    private Object value(String yaml) {
        return assertThat(reader.read(yaml))
                .isInstanceOf(YamlContent.Parsed.class)
                .extracting(content -> ((YamlContent.Parsed) content).value())
                .actual()
                .orElse(null);
    }

    private String reason(String yaml) {
        return assertThat(reader.read(yaml))
                .isInstanceOf(YamlContent.Invalid.class)
                .extracting(content -> ((YamlContent.Invalid) content).reason())
                .actual();
    }

    @Test
    void mapsListsAndScalarsAreRead() {
        assertThat(value("a: [1, 2.5, true, ~, x]\nb: {c: 'd'}\n1: one\n"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, 2.5, true, null, "x"), "b", Map.of("c", "d"), "1", "one"));
    }

    @Test
    void anEmptyTextHasNoValue() {
        assertThat(reader.read("")).isEqualTo(new YamlContent.Parsed(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"0x1F, 31", "0o17, 15", "-12, -12", "+3, 3", "1e3, 1000.0", ".5, 0.5", "1., 1.0", "-.inf, -Infinity"})
    void numbersAreThoseOfTheCoreSchema(String text, String number) {
        assertThat(value(text)).hasToString(number).isNotInstanceOf(String.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "0x", "12a", "-x", "+", ".", "1e", "2001-01-01", "yes", "0b1", "1_000", "'1'"})
    void otherScalarsAreText(String text) {
        assertThat(value(text)).isEqualTo(text.replace("'", ""));
    }

    @Test
    void largeNumbersAreWhole() {
        assertThat(value("123456789012345678901234567890")).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(value("1".repeat(1_000))).isEqualTo("1".repeat(1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x\"]]]]",
                "a: !!java.util.Date 1",
                "a: !custom x",
                "!!set {a, b}",
                "!!binary aGk="
            })
    void tagsAreRefused(String yaml) {
        assertThat(reason(yaml)).contains("tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: b: c", "[1, 2", "\"open", "a: *nowhere", "&a [*a]", "{a: 1}: 2", "a\n---\nb", "@x", "\t- a"})
    void badYamlIsInvalidAndThrowsNothing(String yaml) {
        assertThat(reason(yaml)).isNotEmpty();
    }

    @Test
    void anAliasStandsForItsAnchor() {
        assertThat(value("- &x {a: 1}\n- *x\n")).isEqualTo(List.of(Map.of("a", 1L), Map.of("a", 1L)));
    }

    @Test
    void aBillionLaughsAttackIsRefused() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, alias, alias, alias));
        }

        assertThat(reason(yaml.toString())).contains("aliases");
    }

    @Test
    void depthIsLimitedWithoutRecursion() {
        assertThat(reason("[".repeat(200_000))).contains("levels");
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(reason(block.toString())).contains("levels");
    }

    @Test
    void sizeIsLimited() {
        assertThat(reason("x".repeat((1 << 20) + 1))).contains("characters");
    }
}
