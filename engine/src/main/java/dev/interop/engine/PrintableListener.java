package dev.interop.engine;

import dev.interop.Printable;
import java.util.LinkedHashMap;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Escapes the text of endpoints and registries in what a listener gets. Build tools write it into XML, which as a whole
 * cannot be read if it has one character that XML cannot have.
 */
final class PrintableListener implements EngineExecutionListener {
    private final EngineExecutionListener listener;

    PrintableListener(EngineExecutionListener listener) {
        this.listener = listener;
    }

    @Override
    public void dynamicTestRegistered(TestDescriptor test) {
        listener.dynamicTestRegistered(test);
    }

    @Override
    public void executionSkipped(TestDescriptor test, String reason) {
        listener.executionSkipped(test, Printable.lines(reason));
    }

    @Override
    public void executionStarted(TestDescriptor test) {
        listener.executionStarted(test);
    }

    /** The messages of the results are printable already: a throwable's message cannot be changed. */
    @Override
    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
        listener.executionFinished(test, result);
    }

    @Override
    public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
        var printable = new LinkedHashMap<String, String>();
        entry.getKeyValuePairs().forEach((key, value) -> printable.put(Printable.of(key), Printable.lines(value)));
        listener.reportingEntryPublished(test, ReportEntry.from(printable));
    }

    @Override
    public void fileEntryPublished(TestDescriptor test, FileEntry file) {
        listener.fileEntryPublished(test, file);
    }
}
