package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A matrix whose settings are wrong, run by a launcher together with the tests of another engine. */
class BrokenMatrixTest {
    private static final PostDiscoveryFilter EVERYTHING = it -> FilterResult.included("no filter");

    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(tests = "handshak")
    static class Misspelt {}

    @Tag("other")
    static class OfAnotherEngine {
        @Test
        void passes() {
            assertThat(1).isOne();
        }
    }

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(temp.resolve("implementations_quic.json"), """
                {"alpha": {"image": "a", "url": "https://a.example", "role": "both"}}
                """);
    }

    @Test
    void theClassOfABrokenMatrixFailsAndTheTestsOfOtherEnginesRun() {
        var summary = run(registry, EVERYTHING, Misspelt.class, OfAnotherEngine.class);

        assertThat(summary.getTestsSucceededCount()).isOne();
        assertFailed(summary, "'handshak'", "nearest: handshake");
    }

    @Test
    void aRegistryThatIsMissingIsAFailureOfTheClass() {
        var summary = run(temp.resolve("gone.json"), EVERYTHING, Misspelt.class);

        assertFailed(summary, "gone.json");
    }

    /** None of its cells is known, so a filter must not decide that there is nothing to run. */
    @Test
    void aFilterForTagsDoesNotHideIt() {
        var summary = run(registry, TagFilter.includeTags("client:alpha"), Misspelt.class, OfAnotherEngine.class);

        assertThat(summary.getTestsFoundCount()).isZero();
        assertFailed(summary, "'handshak'");
    }

    @Test
    void aCellOfItThatIsSelectedByIdFails() {
        var cell = selectUniqueId("[engine:interop]/[class:" + Misspelt.class.getName()
                + "]/[server:alpha]/[client:alpha]/[testcase:handshake]");

        assertFailed(run(registry, EVERYTHING, cell), "'handshak'");
    }

    private static void assertFailed(TestExecutionSummary summary, String... texts) {
        assertThat(summary.getFailures()).singleElement().satisfies(it -> {
            assertThat(it.getTestIdentifier().getDisplayName()).isEqualTo("Misspelt");
            assertThat(it.getException())
                    .isInstanceOf(HarnessFailure.class)
                    .hasNoCause()
                    .hasMessageContainingAll(texts);
        });
    }

    private static TestExecutionSummary run(Path registry, PostDiscoveryFilter filter, Class<?>... classes) {
        var selectors = new DiscoverySelector[classes.length];
        for (var index = 0; index < classes.length; index++) {
            selectors[index] = selectClass(classes[index]);
        }
        return run(registry, filter, selectors);
    }

    private static TestExecutionSummary run(Path registry, PostDiscoveryFilter filter, DiscoverySelector... selectors) {
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new InteropTestEngine(), new JupiterTestEngine())
                .build());
        var listener = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .filters(filter)
                        .configurationParameter("interop.registry", registry.toString())
                        .build(),
                listener);
        return listener.getSummary();
    }
}
