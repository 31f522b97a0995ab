package dev.interop.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.temporal.Temporal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks the dependencies between the packages of the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineArchitectureTest {
    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.interop.cli");

    @Test
    void packagesHaveNoCyclesAtAnyDepth() {
        slices().assignedFrom(EachPackage.SLICES).should().beFreeOfCycles().check(product);
    }

    @Test
    void onlyCommandsKnowTheCommandLineLibraryAndTheLauncher() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.interop.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.junit..")
                .check(product);
    }

    @Test
    void durationsComeFromAMonotonicClock() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(product);
        noClasses()
                .should()
                .callMethod(Duration.class, "between", Temporal.class, Temporal.class)
                .check(product);
    }

    @Test
    void commandsLeaveTheContainerEngineToTheTestbed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
                .check(product);
    }
}
