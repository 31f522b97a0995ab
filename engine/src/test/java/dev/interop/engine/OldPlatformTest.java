package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.interop.UserError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The engine on a platform below 1.13, simulated; {@code examples/platforms.sh} runs the real ones. */
class OldPlatformTest {
    private static final PlatformVersion OLD = new PlatformVersion(false, Optional.of("1.12.2"));
    private static final String CLASS_ID = "[engine:interop]/[class:" + Matrix.class.getName() + "]";

    @InteropTest(tests = "misspelt")
    static final class Matrix {}

    private static EngineExecutionResults run(DiscoverySelector selector) {
        return EngineTestKit.engine(new InteropTestEngine(OLD, (settings, notes) -> {
                    throw new UserError("nothing is run");
                }))
                .selectors(selector)
                .execute();
    }

    private static List<String> failures(DiscoverySelector selector) {
        return run(selector)
                .allEvents()
                .failed()
                .map(it -> it.getRequiredPayload(TestExecutionResult.class))
                .map(it -> it.getThrowable().orElseThrow().getMessage())
                .toList();
    }

    @Test
    void aMatrixFailsWithTheVersionThatIsNeeded() {
        assertThat(failures(selectClass(Matrix.class)))
                .containsExactly("Interop Engine needs JUnit 5.13 or later (JUnit Platform 1.13); this is 1.12.2."
                        + " Raise junit-bom's version");
    }

    @Test
    void theClassFailsRatherThanTheEngine() {
        assertThat(run(selectClass(Matrix.class)).allEvents().failed().map(Event::getTestDescriptor))
                .singleElement()
                .satisfies(it -> assertThat(it.getUniqueId()).hasToString(CLASS_ID));
    }

    @Test
    void aCellThatIsSelectedByItsIdFailsItsClass() {
        assertThat(failures(selectUniqueId(CLASS_ID + "/[server:a]/[client:b]/[testcase:c]")))
                .hasSize(1);
    }

    @Test
    void aPackageIsSearchedForMatrices() {
        assertThat(failures(selectPackage("dev.interop.engine"))).isNotEmpty();
    }

    @Test
    void aClassThatIsNoMatrixIsIgnored() {
        assertThat(run(selectClass(OldPlatformTest.class)).allEvents().failed().stream())
                .isEmpty();
    }

    @Test
    void aPlatformWithoutAVersionNumberIsCalledOlder() {
        assertThat(new PlatformVersion(false, Optional.empty()).remedy()).contains("this is an older one");
    }

    @Test
    void thePlatformOfTheseTestsIsSupported() {
        assertThat(PlatformVersion.current().isSupported()).isTrue();
    }

    @Test
    void aPlatformWithoutDiscoveryIssuesIsNotSupported() {
        assertThat(PlatformVersion.seen(ClassLoader.getPlatformClassLoader()).isSupported())
                .isFalse();
    }
}
