package dev.interop.tap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
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
}
