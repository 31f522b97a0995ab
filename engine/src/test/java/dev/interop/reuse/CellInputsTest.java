package dev.interop.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.config.ExecutionParameters;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.protocol.Protocols;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.MountedFile;
import dev.interop.registry.Role;
import dev.interop.run.Samples;
import dev.interop.testing.Implementations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CellInputsTest {
    private static final Function<String, Optional<String>> IMAGES = it -> Optional.of("sha256:" + it);

    private final Cell cell = Samples.plan(List.of("a", "b"), "one").cells().get(1);

    @Test
    void theSameCellHasTheSameInputsInEveryRun() {
        assertThat(inputs(Map.of(), IMAGES).of(cell))
                .isNotEmpty()
                .isEqualTo(inputs(Map.of(), IMAGES).of(cell));
    }

    @Test
    void anotherImageOfEitherSideOrOfAToolIsAnotherInput() {
        var before = inputs(Map.of(), IMAGES).of(cell);

        for (var changed : List.of("a", "b", "localhost/interop/simulator:local", "localhost/interop/tshark:local")) {
            Function<String, Optional<String>> now = it -> Optional.of(it.equals(changed) ? "new" : "sha256:" + it);
            assertThat(inputs(Map.of(), now).of(cell)).as(changed).isNotEmpty().isNotEqualTo(before);
        }
    }

    @Test
    void anotherLimitOrVariableOfTheCallerIsAnotherInputAndAnotherFolderIsNot() {
        var before = inputs(Map.of(), IMAGES).of(cell);

        assertThat(inputs(Map.of(ExecutionParameters.MEMORY.key(), "64"), IMAGES)
                        .of(cell))
                .isNotEqualTo(before);
        assertThat(new CellInputs(settings(Map.of()), IMAGES, Map.of("CLIENT_PARAMS", "-v")).of(cell))
                .isNotEqualTo(before);
        assertThat(inputs(Map.of("interop.out", "elsewhere", "interop.lanes", "4"), IMAGES)
                        .of(cell))
                .isEqualTo(before);
    }

    @Test
    void theSeedIsNoInputButIsKeptWhereItWasGiven() {
        var given = inputs(Map.of("interop.seed", "7"), IMAGES);

        assertThat(given.of(cell)).isEqualTo(inputs(Map.of(), IMAGES).of(cell));
        assertThat(given.givenSeed(cell)).hasValue(cell.seed());
        assertThat(inputs(Map.of(), IMAGES).givenSeed(cell)).isEmpty();
    }

    @Test
    void anotherEnvironmentInTheRegistryIsAnotherInput() {
        var endpoint =
                new Endpoint(Optional.of("a"), Optional.empty(), Map.of("MODE", "1"), Optional.empty(), List.of());
        var roles = Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint);
        var client = Implementations.of("sample", "a", roles);
        var other = new Cell(cell.protocol(), client, cell.server(), cell.route(), cell.test(), cell.seed());
        var same = new Cell(
                cell.protocol(), Samples.implementation("a"), cell.server(), cell.route(), cell.test(), cell.seed());

        assertThat(inputs(Map.of(), IMAGES).of(other))
                .isNotEqualTo(inputs(Map.of(), IMAGES).of(same));
    }

    @Test
    void aFileThatIsMountedOverTheImagesIsAnotherInput() {
        var its = cell.client();
        var file = new MountedFile(Path.of("client"), "/usr/bin/client", "abc", true);
        var mounting = new Implementation(
                its.name(),
                its.protocol(),
                its.title(),
                its.url(),
                its.version(),
                its.draftVersions(),
                its.roles(),
                its.selected(),
                its.origin(),
                List.of(file));
        var other = new Cell(cell.protocol(), mounting, cell.server(), cell.route(), cell.test(), cell.seed());

        assertThat(inputs(Map.of(), IMAGES).of(other))
                .isNotEmpty()
                .isNotEqualTo(inputs(Map.of(), IMAGES).of(cell));
    }

    @Test
    void theImageOfATcpFlowIsAnInputOfTheCellsBesideIt() {
        var quic = Protocols.installed().named("quic");
        var test = quic.testCase("crosstraffic").orElseThrow();
        var beside = new Cell(quic, cell.client(), cell.server(), cell.route(), test, 1);
        Function<String, Optional<String>> now =
                it -> Optional.of(it.equals("localhost/interop/iperf:local") ? "new" : "sha256:" + it);

        assertThat(inputs(Map.of(), now).of(beside))
                .isNotEmpty()
                .isNotEqualTo(inputs(Map.of(), IMAGES).of(beside));
        assertThat(inputs(Map.of(), now).of(cell))
                .isEqualTo(inputs(Map.of(), IMAGES).of(cell));
    }

    @Test
    void withoutAnImageNobodyKnowsWhatTheResultDependsOn() {
        assertThat(inputs(Map.of(), it -> Optional.empty()).of(cell)).isEmpty();
    }

    private static CellInputs inputs(Map<String, String> parameters, Function<String, Optional<String>> images) {
        return new CellInputs(settings(parameters), images, Map.of());
    }

    private static Settings settings(Map<String, String> parameters) {
        return Settings.read(parameter -> Optional.ofNullable(parameters.get(parameter.key())));
    }
}
