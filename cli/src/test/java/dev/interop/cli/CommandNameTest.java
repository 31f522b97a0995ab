package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommandNameTest {
    private final StringWriter written = new StringWriter();

    private PrintWriter writer(String name) {
        var properties = new Properties();
        properties.setProperty(CommandName.PROPERTY, name);
        return CommandName.of(properties).in(new PrintWriter(written, true));
    }

    @Test
    void aRemedyNamesTheScriptThatTheUserCalled() {
        writer("bin/interop").println("no such client. All: ./interop list");

        assertThat(written.toString()).isEqualToNormalizingNewlines("no such client. All: bin/interop list\n");
    }

    @Test
    void formattedTextAndSingleCharactersNameTheScriptThatTheUserCalled() {
        var out = writer("bin/interop");
        out.printf("run ./interop %s", "build");
        out.print('\n');
        out.flush();

        assertThat(written.toString()).isEqualTo("run bin/interop build\n");
    }

    @Test
    void theScriptsNameAtTheEndOfALineIsReplacedAsWell() {
        writer("bin/interop").print("source <(./interop\n  completion)");

        assertThat(written.toString()).isEqualTo("source <(bin/interop\n  completion)");
    }

    @Test
    void aTextThatHasTheScriptsNameAlreadyStaysAsItIs() {
        writer("../interop").print("  ../interop replay quic/a_b/t");

        assertThat(written.toString()).isEqualTo("  ../interop replay quic/a_b/t");
    }

    @Test
    void aFolderWithTheScriptsNameIsNotReplaced() {
        writer("bin/interop").print("see ./interop/README.md");

        assertThat(written.toString()).isEqualTo("see ./interop/README.md");
    }

    @Test
    void inACheckoutTheScriptsNameIsNotReplaced() {
        var out = new PrintWriter(written, true);

        assertThat(CommandName.of(new Properties()).in(out)).isSameAs(out);
    }
}
