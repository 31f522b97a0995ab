package dev.interop.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void aCodeSpanMayContainBackticks() {
        assertThat(Markdown.code("a ``b` c")).isEqualTo("```a ``b` c```");
        assertThat(Markdown.code("`a`")).isEqualTo("`` `a` ``");
    }

    @Property
    void textIsOneLineWithoutMarkup(@ForAll @CharRange(from = '\0', to = '\u00ff') String text) {
        assertThat(Markdown.text(text))
                .doesNotContain("\n", "\r", "\u001b", "<", ">", "://")
                .doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[`*\\[\\]|]");
    }
}
