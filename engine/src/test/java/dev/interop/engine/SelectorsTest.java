package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What launchers, IDEs and build tools select by: each selector gives exactly the cells that it names. */
class SelectorsTest {
    private static final String REGISTRY = """
            {"version": "2.0", "current_target": "draft-18", "implementations": {
              "alpha": {"quic": {"image": "a", "roles": ["client", "server"]},
                        "moqt": {"draft_versions": ["draft-18"], "image": "a", "roles": ["client", "relay"]}},
              "beta": {
                "quic": {"image": "b", "roles": ["client", "server"]}},
              "gamma": {"quic": {"image": "c", "roles": ["server"]}}}}
            """;

    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(tests = {"handshake", "transfer"})
    static class Sample {}

    @InteropTest(
            protocol = "moqt",
            parameters = {"interop.moqt.cases=all"})
    static class AllAtOnce {}

    @InteropTest(tests = "handshak")
    static class Misspelt {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(temp.resolve("implementations.json"), REGISTRY);
    }

    @Test
    void theSourceOfEachTestSelectsItAgain() {
        for (var type : List.<Class<?>>of(Sample.class, AllAtOnce.class)) {
            for (var test : tests(selectClass(type))) {
                var source = (MethodSource) test.getSource().orElseThrow();

                var again = tests(selectMethod(source.getClassName(), source.getMethodName()));

                assertThat(again).extracting(TestDescriptor::getUniqueId).contains(test.getUniqueId());
                assertThat(again)
                        .as("the parts that its clients report are below a cell")
                        .allMatch(it -> it.getUniqueId().hasPrefix(cell(test.getUniqueId())));
            }
        }
    }

    @Test
    void aMethodOfNoCellSelectsNothing() {
        assertThat(tests(selectMethod(Sample.class.getName(), "alpha × beta › retry")))
                .isEmpty();
        assertThat(tests(selectMethod(Sample.class.getName(), "toString"))).isEmpty();
        assertThat(tests(selectMethod(String.class.getName(), "alpha × beta › handshake")))
                .isEmpty();
    }

    @Test
    void aResultThatOnlyTheClientKnowsSelectsItsCell() {
        var found =
                tests(selectMethod(Reporting.class.getName(), "alpha × alpha › setup-only over quic › a point of it"));

        assertThat(found).extracting(TestDescriptor::getDisplayName).containsExactly("setup-only over quic");
    }

    @InteropTest(protocol = "moqt", tests = "setup-only")
    static class Reporting {}

    @Test
    void aMethodOfAMatrixThatCannotBePlannedSelectsIt() {
        var found = discover(List.of(selectMethod(Misspelt.class.getName(), "alpha × beta › handshake")));

        assertThat(found.getChildren()).hasOnlyElementsOfType(BrokenMatrixDescriptor.class);
    }

    @Test
    void eachBeginningOfAnIdSelectsWhatIsBelowIt() {
        var all = ids(selectClass(Sample.class));
        for (var id : all) {
            for (var begin = UniqueId.parse(id); begin.getSegments().size() > 1; begin = begin.removeLastSegment()) {
                var prefix = begin;
                assertThat(ids(selectUniqueId(prefix)))
                        .as(prefix.toString())
                        .isEqualTo(all.stream()
                                .filter(it -> UniqueId.parse(it).hasPrefix(prefix))
                                .toList());
            }
        }
    }

    @Test
    void theEnginesIdSelectsTheMatricesOfTheClassPath() {
        var found = discover(List.of(selectUniqueId("[engine:interop]")));

        assertThat(found.getChildren())
                .extracting(it -> it.getUniqueId().getLastSegment().getValue())
                .contains(Sample.class.getName(), AllAtOnce.class.getName());
    }

    /** As the Console Launcher does with its option for the class path. */
    @Test
    void theEnginesIdKnowsTheFoldersOfALaunchersOwnClassLoader() throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectUniqueId("[engine:interop]"))
                .build();
        try (var own = new URLClassLoader(new URL[] {temp.toUri().toURL()}, before)) {
            thread.setContextClassLoader(own);

            assertThat(WholeClassPath.of(request, UniqueId.forEngine(InteropTestEngine.ID))
                            .getSelectorsByType(ClasspathRootSelector.class))
                    .extracting(it -> Path.of(it.getClasspathRoot()))
                    .contains(temp.toAbsolutePath())
                    .doesNotHaveDuplicates();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aRegistryFileSelectsTheCellsOfItsImplementations() {
        var tests = ids(selectFile(registry.toFile()));

        assertThat(tests.stream().filter(it -> it.endsWith("[testcase:handshake]")))
                .hasSize(3 * 2)
                .allMatch(it -> it.startsWith("[engine:interop]/[registry:"));
        for (var id : tests) {
            assertThat(ids(selectUniqueId(id))).containsExactly(id);
        }
    }

    @Test
    void aLineOfARegistryFileSelectsTheCellsOfItsEntry() {
        assertThat(ids(selectFile(registry.toFile(), FilePosition.from(5))))
                .isNotEmpty()
                .isEqualTo(ids(selectFile(registry.toFile())).stream()
                        .filter(it -> it.contains("[server:beta]") || it.contains("[client:beta]"))
                        .toList());
    }

    @Test
    void aRegistryOfAnotherProtocolIsThatProtocolsMatrix() throws IOException {
        var moqt = Files.writeString(temp.resolve("mine.json"), """
                {"version": "1.1", "implementations": {"one": {"draft_versions": ["draft-18"], "roles": {
                  "client": {"docker": {"image": "one"}}, "relay": {"docker": {"image": "one"}}}}}}
                """);

        assertThat(ids(selectFile(moqt.toFile()))).isNotEmpty().allMatch(it -> it.contains("[client:one]"));
    }

    @Test
    void anotherFileIsLeftToOtherEngines() throws IOException {
        for (var content : List.of("Feature: other", "{}", "{\"a\": {\"image\": \"x\"}}", "[]")) {
            var file = Files.writeString(temp.resolve("other.json"), content);
            assertThat(discover(List.of(selectFile(file.toFile()))).getChildren())
                    .isEmpty();
        }
    }

    @Test
    void aRegistryFileThatIsBrokenFails() throws IOException {
        Files.writeString(registry, "{");

        assertThat(discover(List.of(selectFile(registry.toFile()))).getChildren())
                .hasOnlyElementsOfType(BrokenMatrixDescriptor.class);
    }

    /** An IDE that selects both a class and one of its cells gets one tree. */
    @Test
    void selectorsThatOverlapGiveEachCellOnce() {
        var all = ids(selectClass(Sample.class));
        var cell = selectUniqueId(all.get(5));

        assertThat(ids(cell, selectClass(Sample.class))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(ids(selectClass(Sample.class), cell)).isEqualTo(all);
        assertThat(ids(
                        selectClass(Sample.class),
                        selectUniqueId(UniqueId.parse(all.get(0)).removeLastSegment())))
                .isEqualTo(all);
        assertThat(ids(selectUniqueId(all.get(0)), selectUniqueId(all.get(5)))).containsExactly(all.get(0), all.get(5));
    }

    @Test
    void aGroupsSourceIsItsLineInTheRegistry() {
        var groups = discover(List.of(selectClass(Sample.class))).getDescendants().stream()
                .filter(GroupDescriptor.class::isInstance)
                .toList();

        assertThat(groups).isNotEmpty().allSatisfy(it -> {
            var source = (FileSource) it.getSource().orElseThrow();
            var name = it.getUniqueId().getLastSegment().getValue();
            var line = source.getPosition().orElseThrow().getLine();
            assertThat(source.getFile()).isEqualTo(registry.toFile());
            assertThat(Files.readAllLines(registry).get(line - 1)).contains("\"" + name + "\":");
        });
    }

    private static UniqueId cell(UniqueId id) {
        var cell = id;
        while (!cell.getLastSegment().getType().equals(CellDescriptor.SEGMENT)) {
            cell = cell.removeLastSegment();
        }
        return cell;
    }

    private List<String> ids(DiscoverySelector... selectors) {
        return tests(selectors).stream().map(it -> it.getUniqueId().toString()).toList();
    }

    private List<TestDescriptor> tests(DiscoverySelector... selectors) {
        var tests = new ArrayList<TestDescriptor>();
        Set<? extends TestDescriptor> all =
                new LinkedHashSet<>(discover(List.of(selectors)).getDescendants());
        all.stream().filter(TestDescriptor::isTest).forEach(tests::add);
        return tests;
    }

    private TestDescriptor discover(List<DiscoverySelector> selectors) {
        return EngineTestKit.engine(new InteropTestEngine())
                .configurationParameter("interop.registry", registry.toString())
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .discover()
                .getEngineDescriptor();
    }
}
