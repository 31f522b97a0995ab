package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.interop.UserError;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.OutputParameters;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import dev.interop.config.ParameterSource;
import dev.interop.config.ParameterTable;
import dev.interop.config.Settings;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Compares the table of parameters with the hand-written reference page and annotation. */
class ParameterTableTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");
    private static final String HEAD = "| parameter | values | default | what it does |\n|---|---|---|---|\n";

    @Test
    void everyConstantIsInTheTableOnce() {
        var constants = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackagesOf(Parameter.class).stream()
                        .flatMap(it -> it.getFields().stream())
                        .filter(it -> it.getModifiers().contains(JavaModifier.STATIC))
                        .filter(it -> it.getRawType().isEquivalentTo(Parameter.class))
                        .map(JavaField::reflect)
                        .map(ParameterTableTest::constant)
                        .toList();

        assertThat(ParameterTable.common()).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(constants);
        assertThat(ParameterTable.all()).startsWith(ParameterTable.common().toArray(Parameter<?>[]::new));
        assertThat(ParameterTable.all()).extracting(Parameter::key).doesNotHaveDuplicates();
        assertThat(ParameterTable.all().stream()
                        .flatMap(it -> it.option().stream())
                        .map(ParameterOption::names)
                        .flatMap(List::stream))
                .doesNotHaveDuplicates();
    }

    private static Parameter<?> constant(Field field) {
        try {
            return (Parameter<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theReferencePageHasExactlyTheRowsOfTheTable() throws IOException {
        var page = Files.readString(PAGE);
        var table = new StringBuilder(HEAD);
        for (var it : ParameterTable.all()) {
            table.append(
                    "| `%s` | %s | %s | %s |\n".formatted(it.key(), it.type().text(), it.defaultText(), it.text()));
        }

        assertThat(page).contains(table + "\n");
    }

    @Test
    void theReferencePageNamesEachOptionOfRun() throws IOException {
        var options = ParameterTable.all().stream()
                .flatMap(it -> it.option().stream())
                .map(ParameterOption::name)
                .toList();
        var row = Files.readAllLines(PAGE).stream()
                .filter(it -> it.startsWith("| `./interop run` |"))
                .findFirst()
                .orElseThrow();

        assertThat(row).contains(options);
    }

    @Test
    void theAnnotationHasTheAttributesOfTheTable() {
        var attributes = Arrays.stream(InteropTest.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(it -> !it.equals("parameters"));

        assertThat(attributes)
                .containsExactlyInAnyOrderElementsOf(ParameterTable.all().stream()
                        .flatMap(it -> it.attribute().stream())
                        .toList());
    }

    @InteropTest(
            registry = {"a.json", "b.json"},
            protocol = "moqt",
            clients = {"a", "b"},
            parameters = {"interop.lanes=3", "interop.tests=x"})
    private static final class Said {}

    @Test
    void theAnnotationGivesParametersByAttributeOrByName() {
        var source = new AnnotationSource(Said.class.getAnnotation(InteropTest.class));

        assertThat(ParameterTable.all().stream()
                        .flatMap(it -> source.value(it).map(value -> it + "=" + value).stream()))
                .containsExactly(
                        "interop.registry=a.json,b.json",
                        "interop.protocol=moqt",
                        "interop.clients=a,b",
                        "interop.tests=x",
                        "interop.lanes=3");
    }

    @Test
    void aParameterThatIsNotGivenHasTheDefaultOfTheTable() {
        var settings = Settings.read(ParameterSource.of(new Properties()));

        assertThat(settings.execution().lanes())
                .isEqualTo(ExecutionParameters.LANES.defaultValue().orElseThrow())
                .isEqualTo(Integer.parseInt(ExecutionParameters.LANES.defaultText()));
        assertThat(settings.cells().seed()).isEmpty();
        assertThat(settings.execution().probe()).isEmpty();
        assertThat(settings.cells().selection().clients().words()).isEmpty();
    }

    @Test
    void aDefaultCanBeGivenAsTheTableShowsIt() {
        for (var it : ParameterTable.all()) {
            if (it.defaultValue().isPresent() && !it.defaultText().isEmpty()) {
                var properties = new Properties();
                properties.setProperty(it.key(), it.defaultText());
                assertThat(Settings.read(ParameterSource.of(properties)))
                        .isEqualTo(Settings.read(ParameterSource.of(new Properties())));
            }
        }
    }

    @Test
    void aValueOfTheWrongTypeIsRefusedWithTheSyntax() {
        refused(ExecutionParameters.LANES, "many", "interop.lanes: 'many' is not understood; it takes number");
        refused(ExecutionParameters.LANES, "65", "interop.lanes: '65' is not between 1 and 50");
        refused(
                OutputParameters.OVERWRITE,
                "yes",
                "interop.out.overwrite: 'yes' is not understood; it takes true or false");
        refused(MatrixParameters.PLACE, "remote,on", "interop.place: 'on' is not understood; it takes docker, remote");
        refused(ExecutionParameters.CPUS, "0", "interop.limit.cpus: '0' is not understood; it takes number");
        refused(
                MatrixParameters.REPLACE,
                "a",
                "interop.replace: 'a' is not understood; it takes NAME=IMAGE, comma-separated");
        refused(
                MatrixParameters.CLIENTS,
                " , ",
                "interop.clients is empty; it takes names, comma-separated. Leave it out");
        refused(OutputParameters.OUT, "", "interop.out is empty; it takes folder. Leave it out");
    }

    @Test
    void aTransportIsTheWordOfTheProtocolThatHasIt() {
        var settings = Settings.read(it -> Optional.of("tcp, tls").filter(given -> it == MatrixParameters.TRANSPORT));

        assertThat(settings.cells().selection().routes().transports()).containsExactlyInAnyOrder("tcp", "tls");
    }

    private static void refused(Parameter<?> parameter, String value, String message) {
        assertThatThrownBy(() -> Settings.read(it -> Optional.of(value).filter(given -> it == parameter)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }
}
