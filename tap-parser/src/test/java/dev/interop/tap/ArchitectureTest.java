package dev.interop.tap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses production = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theCoreNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.interop.tap")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.interop.tap", "java.io", "java.nio..", "java.util..", "java.lang..")
                .check(production);
    }

    @Test
    void yamlNeedsTheCoreAndItsLibraryOnly() {
        noClasses()
                .that()
                .resideInAPackage("dev.interop.tap.yaml")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.interop.tap.cli..", "com.fasterxml..")
                .check(production);
    }

    @Test
    void noPackageDependsOnTheCommand() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.interop.tap.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.interop.tap.cli")
                .check(production);
    }

    @Test
    void thereIsNoStaticState() {
        noFields().that().areStatic().should().notBeFinal().check(production);
    }

    /** Each public type is open to others (docs/versions.md): one that is added here stays. */
    @Test
    void theseTypesArePublicAndNoOthers() {
        assertThat(production.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(
                        "dev.interop.tap.ContainerLogFilter",
                        "dev.interop.tap.Directive",
                        "dev.interop.tap.IdRange",
                        "dev.interop.tap.ProblemCode",
                        "dev.interop.tap.Rule",
                        "dev.interop.tap.Severity",
                        "dev.interop.tap.SubtestKind",
                        "dev.interop.tap.Tap",
                        "dev.interop.tap.TapCounts",
                        "dev.interop.tap.TapDocument",
                        "dev.interop.tap.TapDocumentBuilder",
                        "dev.interop.tap.TapEvent",
                        "dev.interop.tap.TapLimits",
                        "dev.interop.tap.TapOptions",
                        "dev.interop.tap.TapParser",
                        "dev.interop.tap.TapResult",
                        "dev.interop.tap.TapWriter",
                        "dev.interop.tap.TestPoint",
                        "dev.interop.tap.YamlContent",
                        "dev.interop.tap.YamlReader",
                        "dev.interop.tap.cli.TapCommand",
                        "dev.interop.tap.yaml.SnakeYamlReader",
                        "dev.interop.tap.yaml.YamlEntries",
                        "dev.interop.tap.yaml.YamlLimits");
    }
}
