package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterOption;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import java.io.IOException;
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
        var constants = Arrays.stream(Parameter.class.getFields())
                .filter(it -> it.getType() == Parameter.class)
                .map(ParameterTableTest::constant)
                .toList();

        assertThat(Parameter.common()).containsExactlyElementsOf(constants);
        assertThat(Parameter.all()).startsWith(constants.toArray(Parameter<?>[]::new));
        assertThat(Parameter.all()).extracting(Parameter::key).doesNotHaveDuplicates();
        assertThat(Parameter.all().stream()
                        .flatMap(it -> it.option().stream())
                        .map(ParameterOption::names)
                        .flatMap(List::stream))
                .doesNotHaveDuplicates();
    }

    private static Parameter<?> constant(java.lang.reflect.Field field) {
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
        for (var it : Parameter.all()) {
            table.append(
                    "| `%s` | %s | %s | %s |\n".formatted(it.key(), it.type().text(), it.defaultText(), it.text()));
        }

        assertThat(page).contains(table + "\n");
    }

    @Test
    void theReferencePageNamesEachOptionOfRun() throws IOException {
        var options = Parameter.all().stream()
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
                .containsExactlyInAnyOrderElementsOf(Parameter.all().stream()
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

        assertThat(Parameter.all().stream().flatMap(it -> source.value(it).map(value -> it + "=" + value).stream()))
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
                .isEqualTo(Parameter.LANES.defaultValue().orElseThrow())
                .isEqualTo(Integer.parseInt(Parameter.LANES.defaultText()));
        assertThat(settings.cells().seed()).isEmpty();
        assertThat(settings.execution().probe()).isEmpty();
        assertThat(settings.cells().selection().clients().words()).isEmpty();
    }

    @Test
    void aDefaultCanBeGivenAsTheTableShowsIt() {
        for (var it : Parameter.all()) {
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
        refused(Parameter.LANES, "many", "interop.lanes: 'many' is not understood; it takes number");
        refused(Parameter.LANES, "65", "interop.lanes: '65' is not between 1 and 64");
        refused(Parameter.OVERWRITE, "yes", "interop.out.overwrite: 'yes' is not understood; it takes true or false");
        refused(Parameter.PLACE, "remote,on", "interop.place: 'on' is not understood; it takes docker, remote");
        refused(Parameter.CPUS, "0", "interop.limit.cpus: '0' is not understood; it takes number");
        refused(Parameter.REPLACE, "a", "interop.replace: 'a' is not understood; it takes NAME=IMAGE, comma-separated");
        refused(Parameter.CLIENTS, " , ", "interop.clients is empty; it takes names, comma-separated. Leave it out");
        refused(Parameter.OUT, "", "interop.out is empty; it takes folder. Leave it out");
    }

    @Test
    void aTransportIsTheWordOfTheProtocolThatHasIt() {
        var settings = Settings.read(it -> Optional.of("tcp, tls").filter(given -> it == Parameter.TRANSPORT));

        assertThat(settings.cells().selection().routes().transports()).containsExactlyInAnyOrder("tcp", "tls");
    }

    private static void refused(Parameter<?> parameter, String value, String message) {
        assertThatThrownBy(() -> Settings.read(it -> Optional.of(value).filter(given -> it == parameter)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }
}
