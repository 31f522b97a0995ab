package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.run.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;

/** Requirement: a build tool can write all text of a cell into XML. */
class PrintableListenerTest {
    private static final String HOSTILE = "a\uffff\ufffe\ud800\u0000\u001b[2J & <b>\nsecond\tline";
    private static final String SHOWN = "a\\uffff\\ufffe\\ud800\\u0000\\u001b[2J & <b>\nsecond\tline";

    private final List<String> published = new ArrayList<>();
    private final TestDescriptor test = new GroupDescriptor(
            UniqueId.forEngine("interop"), GroupDescriptor.CLIENT, Samples.implementation("x\uffff"));

    @Test
    void reasonsAndEntriesArePrintable() {
        var listener = new PrintableListener(new EngineExecutionListener() {
            @Override
            public void executionSkipped(TestDescriptor skipped, String reason) {
                published.add(reason);
            }

            @Override
            public void reportingEntryPublished(TestDescriptor reported, ReportEntry entry) {
                entry.getKeyValuePairs().forEach((key, value) -> published.addAll(List.of(key, value)));
            }
        });
        listener.executionSkipped(test, HOSTILE);
        listener.reportingEntryPublished(test, ReportEntry.from(Map.of("key\uffff", HOSTILE)));

        assertThat(published).containsExactly(SHOWN, "key\\uffff", SHOWN).allSatisfy(PrintableListenerTest::isXml);
    }

    @Test
    void messagesAndNamesArePrintable() {
        for (var throwable :
                List.of(TestOutcome.failure(HOSTILE), TestOutcome.aborted(HOSTILE), new HarnessFailure(HOSTILE))) {
            assertThat(throwable).hasMessage(SHOWN);
            isXml(throwable.getMessage());
        }
        assertThat(test.getDisplayName()).isEqualTo("client x\\uffff");
        assertThatThrownBy(() -> isXml(HOSTILE)).isInstanceOf(AssertionError.class);
    }

    private static void isXml(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        var bytes = ("<a>" + escaped + "</a>").getBytes(StandardCharsets.UTF_8);
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes)))
                .doesNotThrowAnyException();
    }
}
