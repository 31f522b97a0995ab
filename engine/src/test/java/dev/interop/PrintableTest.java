package dev.interop;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void controlCharactersAreWrittenOut() {
        assertThat(Printable.of("a\u001b[31m\r\nb\u0000\u009b")).isEqualTo("a\\u001b[31m\\u000d\\u000ab\\u0000\\u009b");
    }

    @Test
    void invisibleCharactersAreWrittenOut() {
        assertThat(Printable.of("a\u202eb\u200bc\u2028d\ud800")).isEqualTo("a\\u202eb\\u200bc\\u2028d\\ud800");
    }

    @Test
    void charactersThatXmlCannotHaveAreWrittenOut() {
        assertThat(Printable.of("a\uffffb\ufffec\ufdd0d\ud83f\udffe")).isEqualTo("a\\uffffb\\ufffec\\ufdd0d\\u{1fffe}");
    }

    @Test
    void linesKeepTheirEndsAndTabs() {
        assertThat(Printable.lines("a\tb\u0007\r\nc\uffff\n\td\n")).isEqualTo("a\tb\\u0007\nc\\uffff\n\td");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Printable.cut("ab😀cd", 3)).isEqualTo("ab…");
        assertThat(Printable.cut("ab😀", 4)).isEqualTo("ab😀");
    }

    @Test
    void otherTextIsLeftAsItIs() {
        assertThat(Printable.of("naïve – 中文 😀 'x' §5.3")).isEqualTo("naïve – 中文 😀 'x' §5.3");
    }

    @Property
    void anyTextBecomesOneLineWithoutControlCharacters(@ForAll String text) {
        assertThat(Printable.of(text)).hasLineCount(text.isEmpty() ? 0 : 1).matches("[^\\p{Cntrl}\\u0080-\\u009f]*");
    }
}
