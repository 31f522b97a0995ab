package dev.interop.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** The events that the platform received, by the names of tests. */
final class PlatformEvents {
    private PlatformEvents() {}

    /** The events of the cell and of its descendants, in order. */
    static List<String> story(EngineExecutionResults results) {
        var story = new ArrayList<String>();
        results.allEvents().stream().forEach(event -> {
            var descriptor = event.getTestDescriptor();
            if (!(descriptor instanceof CellDescriptor)
                    && !(descriptor instanceof SubtestDescriptor)
                    && !(descriptor instanceof VerdictDescriptor)) {
                return;
            }
            var name = descriptor instanceof CellDescriptor ? "testcase" : descriptor.getDisplayName();
            if (event.getType() == EventType.DYNAMIC_TEST_REGISTERED) {
                story.add(name + " registered");
            } else if (event.getType() == EventType.STARTED) {
                story.add(name + " started");
            } else if (event.getType() == EventType.SKIPPED) {
                story.add(name + " skipped: " + event.getRequiredPayload(String.class));
            } else if (event.getType() == EventType.FINISHED) {
                story.add(name + " "
                        + event.getRequiredPayload(TestExecutionResult.class).getStatus());
            }
        });
        return story;
    }

    static TestDescriptor descriptor(EngineExecutionResults results, String name) {
        return results.allEvents().stream()
                .map(Event::getTestDescriptor)
                .filter(it -> it.getDisplayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> entries(EngineExecutionResults results, String name) {
        var entries = new HashMap<String, String>();
        results.allEvents().stream()
                .filter(it -> it.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .filter(it -> it.getTestDescriptor().getDisplayName().equals(name))
                .forEach(it ->
                        entries.putAll(it.getRequiredPayload(ReportEntry.class).getKeyValuePairs()));
        return entries;
    }

    static List<Path> files(EngineExecutionResults results, String name) {
        return results.allEvents().stream()
                .filter(it -> it.getType() == EventType.FILE_ENTRY_PUBLISHED)
                .filter(it -> it.getTestDescriptor().getDisplayName().equals(name))
                .map(it -> it.getRequiredPayload(FileEntry.class).getPath())
                .toList();
    }

    static String failure(EngineExecutionResults results, String name) {
        return results.allEvents().stream()
                .filter(it -> it.getType() == EventType.FINISHED)
                .filter(it -> it.getTestDescriptor().getDisplayName().equals(name))
                .map(it -> it.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .findFirst()
                .orElseThrow();
    }
}
