package dev.interop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Holds the arrows of docs/architecture.md. The product's classes are read once for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ROOT = "dev.interop.";

    /** Package → the packages that it may know. The root package (errors, names) is open to all. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("registry", List.of()),
            Map.entry("recording", List.of()),
            Map.entry("trace", List.of("recording")),
            Map.entry("verdict", List.of("recording", "trace")),
            Map.entry("protocol", List.of("registry", "recording", "verdict")),
            Map.entry("expectation", List.of("registry", "recording", "verdict")),
            Map.entry("plan", List.of("registry", "protocol", "recording", "verdict", "expectation")),
            Map.entry("testbed", List.of("registry", "protocol", "plan", "recording")),
            Map.entry("quic", List.of("protocol", "trace", "verdict", "recording")),
            Map.entry("webtransport", List.of("registry", "protocol", "quic", "recording", "trace", "verdict")),
            Map.entry("moqt", List.of("registry", "protocol", "recording", "trace", "verdict")),
            Map.entry("result", List.of("registry", "protocol", "plan", "recording", "verdict", "expectation")),
            Map.entry("listener", List.of("registry", "protocol", "plan", "result")),
            Map.entry(
                    "report",
                    List.of("registry", "protocol", "plan", "recording", "trace", "verdict", "result", "expectation")),
            Map.entry("config", List.of("registry", "protocol", "plan", "testbed", "verdict")),
            Map.entry("storage", List.of("registry", "protocol", "plan", "recording", "verdict", "result", "config")),
            Map.entry("history", List.of("protocol", "plan", "result", "verdict", "expectation")),
            Map.entry(
                    "reuse",
                    List.of(
                            "registry",
                            "protocol",
                            "plan",
                            "recording",
                            "verdict",
                            "result",
                            "report",
                            "config",
                            "expectation",
                            "history")),
            Map.entry(
                    "run",
                    List.of(
                            "registry",
                            "protocol",
                            "plan",
                            "testbed",
                            "recording",
                            "trace",
                            "verdict",
                            "result",
                            "listener",
                            "report",
                            "config",
                            "storage",
                            "expectation",
                            "history",
                            "reuse")),
            Map.entry(
                    "engine",
                    List.of(
                            "registry",
                            "protocol",
                            "plan",
                            "recording",
                            "verdict",
                            "result",
                            "listener",
                            "report",
                            "config",
                            "storage",
                            "run",
                            "expectation")));

    private static final int MOST_COMPONENTS = 10;

    /** Record with more components → why they are not grouped. */
    private static final Map<String, String> LONG_RECORDS =
            Map.of("dev.interop.report.CellLine", "its components are the columns of a line of cells.jsonl");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // A library of its own.
            .withImportOption(location -> !location.contains("dev/interop/tap/"))
            .importPackages("dev.interop");

    @Test
    void thePageShowsTheseArrows() throws IOException {
        var page = Files.readString(Path.of("../docs/architecture.md"));
        var section = page.substring(page.indexOf("## Who knows whom"), page.indexOf("## The test bed"));
        var shown = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*) \\|$")
                .matcher(section)
                .results()
                .collect(Collectors.toMap(
                        it -> it.group(1),
                        it -> Pattern.compile("`(\\w+)`")
                                .matcher(it.group(2))
                                .results()
                                .map(known -> known.group(1))
                                .toList()));

        assertThat(shown).isEqualTo(ARROWS);
    }

    @TestFactory
    List<DynamicTest> aPackageKnowsOnlyThePackagesThatItMay() {
        var tests = new ArrayList<DynamicTest>();
        ARROWS.forEach((name, known) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            var forbidden = ARROWS.keySet().stream()
                    .filter(it -> !it.equals(name) && !known.contains(it))
                    .map(it -> ROOT + it + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(product);
        })));
        return tests;
    }

    @Test
    void everyPackageHasItsArrows() {
        var packages = new ArrayList<>(
                ARROWS.keySet().stream().map(it -> ROOT + it + "..").toList());
        packages.add("dev.interop");
        ArchRuleDefinition.classes()
                .should()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .check(product);
    }

    @Test
    void packagesHaveNoCyclesAtAnyDepth() {
        slices().assignedFrom(EachPackage.SLICES).should().beFreeOfCycles().check(product);
    }

    /** The times of a run differ by a monotonic duration ({@code Conductor}), so that the report may subtract them. */
    @Test
    void durationsComeFromAMonotonicClock() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(product);
        noClasses()
                .that()
                .doNotHaveSimpleName("MatrixView")
                .should()
                .callMethod(Duration.class, "between", Temporal.class, Temporal.class)
                .check(product);
    }

    @Test
    void onlyTheAdapterKnowsJUnit() {
        onlyIn(List.of("engine"), "org.junit..", "org.opentest4j..");
    }

    @Test
    void onlyTheTestbedKnowsTheContainerEngine() {
        onlyIn(List.of("testbed"), "org.testcontainers..", "com.github.dockerjava..");
    }

    @Test
    void onlyMoqtKnowsTap() {
        onlyIn(List.of("moqt"), "dev.interop.tap..");
    }

    @Test
    void onlyExpectationsKnowYaml() {
        onlyIn(List.of("expectation"), "org.snakeyaml..");
    }

    /** Its archive is signed, and opening it takes a quarter of a second, which a run has while its lanes are made. */
    @Test
    void onlyTheMakersOfCertificatesOpenTheirLibrary() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CertificateMaker")
                .and()
                .doNotHaveSimpleName("PrivateKeyFile")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .check(product);
    }

    /** Many components in a row are confused with each other; a record of them groups those of one concept. */
    @Test
    void aRecordHasFewComponents() {
        assertThat(product.stream().filter(it -> components(it) > MOST_COMPONENTS))
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(LONG_RECORDS.keySet());
    }

    @Test
    void aLongRecordIsFound() {
        record Long(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {}

        assertThat(components(new ClassFileImporter().importClass(Long.class))).isEqualTo(11);
    }

    private static int components(JavaClass type) {
        return type.isRecord() ? type.reflect().getRecordComponents().length : 0;
    }

    private void onlyIn(List<String> ours, String... theirs) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ours.stream().map(it -> ROOT + it + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(theirs)
                .check(product);
    }
}
