package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a class says of itself: that it is a matrix at all, its name, its tags, and that it must not run. */
class ClassesTest {
    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(tests = "handshake")
    abstract static class Common {}

    @InteropTest(tests = "handshake")
    interface Shape {}

    static class Inheriting extends Common {}

    @Retention(RetentionPolicy.RUNTIME)
    @InteropTest(tests = "handshake")
    @Tag("composed")
    @DisplayName("every night")
    @interface Nightly {}

    @Nightly
    static class ByOwnAnnotation {}

    @Disabled("until the server is fixed")
    @InteropTest(tests = "no such test case")
    static class Off {}

    @Tag("slow")
    @Tag("network")
    @DisplayName("all of ours")
    @InteropTest(tests = "handshake")
    static class Named {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(
                temp.resolve("implementations.json"),
                "{\"version\": \"2.0\", \"implementations\": {\"one\": {\"quic\": {\"image\": \"i\", \"roles\": [\"client\", \"server\"]}}}}");
    }

    @Test
    void abstractClassesAndInterfacesAreNoMatrices() {
        assertThat(discover(selectClass(Common.class)).getChildren()).isEmpty();
        assertThat(discover(selectClass(Shape.class)).getChildren()).isEmpty();
        assertThat(discover(selectClass(Nightly.class)).getChildren()).isEmpty();
        assertThat(discover(selectUniqueId("[engine:interop]/[class:" + Common.class.getName() + "]"))
                        .getChildren())
                .isEmpty();
    }

    @Test
    void aClassIsAMatrixByItsSuperclassAndByAnAnnotationOfItsOwn() {
        assertThat(discover(selectClass(Inheriting.class)).getDescendants()).anyMatch(TestDescriptor::isTest);
        var nightly = matrix(ByOwnAnnotation.class);
        assertThat(nightly.getDescendants()).anyMatch(TestDescriptor::isTest);
        assertThat(nightly.getDisplayName()).isEqualTo("every night");
        assertThat(nightly.getTags()).contains(TestTag.create("composed"));
    }

    @Test
    void itsNameAndTagsAreTakenOver() {
        var named = matrix(Named.class);

        assertThat(named.getDisplayName()).isEqualTo("all of ours");
        assertThat(named.getDescendants().stream().filter(TestDescriptor::isTest))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.getTags())
                        .contains(
                                TestTag.create("slow"),
                                TestTag.create("network"),
                                TestTag.create("client:one"),
                                TestTag.create("test:handshake")));
        assertThat(matrix(Inheriting.class).getDisplayName()).isEqualTo("Inheriting");
    }

    /** Its registry is not read: it is disabled for a reason. */
    @Test
    void aDisabledClassIsSkippedWithItsReason() {
        var events = kit(selectClass(Off.class)).execute().allEvents();

        assertThat(events.skipped().stream()).singleElement().satisfies(it -> {
            assertThat(it.getTestDescriptor().getDisplayName()).isEqualTo("Off");
            assertThat(it.getRequiredPayload(String.class)).isEqualTo("until the server is fixed");
        });
        assertThat(events.started().stream().map(Event::getTestDescriptor).map(TestDescriptor::getDisplayName))
                .containsExactly("Interop Engine");
    }

    @Test
    void aCellOfADisabledClassThatIsSelectedByItsIdIsSkipped() {
        var id = "[engine:interop]/[class:" + Off.class.getName() + "]/[server:one]/[client:one]/[testcase:handshake]";

        assertThat(kit(selectUniqueId(id)).execute().allEvents().skipped().stream())
                .hasSize(1);
    }

    private TestDescriptor matrix(Class<?> testClass) {
        return discover(selectClass(testClass)).getChildren().iterator().next();
    }

    private TestDescriptor discover(DiscoverySelector selector) {
        return kit(selector).discover().getEngineDescriptor();
    }

    private EngineTestKit.Builder kit(DiscoverySelector selector) {
        var engine = new InteropTestEngine((settings, notes) -> new FakeBackend(
                FakeTestbed.allEndWith(1, 0),
                (recording, test) -> new Judgement(
                        Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"), OptionalDouble.empty())));
        return EngineTestKit.engine(engine)
                .configurationParameter("interop.registry", registry.toString())
                .configurationParameter("interop.out", temp.resolve("out").toString())
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .selectors(selector);
    }
}
