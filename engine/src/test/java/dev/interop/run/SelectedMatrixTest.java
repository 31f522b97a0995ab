package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Parameter;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.storage.RunInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of names, one implementation against all, and registry files over others. */
class SelectedMatrixTest {
    @TempDir
    Path folder;

    private final Map<Parameter<?>, String> given = new HashMap<>();

    @BeforeEach
    void registry() throws IOException {
        var file = Files.writeString(folder.resolve("implementations.json"), """
                {"version": "2.0", "implementations": {
                  "alpha": {"quic": {"roles": ["client", "server"], "image": "alpha:1"}},
                  "beta": {"quic": {"roles": ["client", "server"], "image": "beta:1"}},
                  "beta-two": {"quic": {"roles": ["client", "server"], "image": "beta:2"}},
                  "server": {"quic": {"roles": ["server"], "image": "server:1"}},
                  "spare": {"selected": false, "quic": {"roles": ["client"], "image": "spare:1"}}}}
                """);
        given.put(MatrixParameters.REGISTRY, file.toString());
        given.put(MatrixParameters.TESTS, "handshake");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta*        | beta beta-two",
                "b?ta         | beta",
                "*a*          | alpha beta beta-two spare",
                "!beta*       | alpha",
                "beta*,!*-two | beta",
                "all,!b*      | alpha spare"
            })
    void patternsSelectClients(String words, String clients) {
        given.put(MatrixParameters.CLIENTS, words);
        given.put(MatrixParameters.SERVERS, "server");

        assertThat(pairs())
                .containsExactly(clients.replaceAll("(\\S+)", "$1 server").split(" (?=\\S+ server)"));
    }

    @Test
    void aPatternThatFitsNothingIsRefused() {
        given.put(MatrixParameters.CLIENTS, "gam*");

        assertThatThrownBy(this::pairs).isInstanceOf(UserError.class).hasMessageContaining("'gam*': no such client");
    }

    @Test
    void patternsSelectTestCases() {
        given.put(MatrixParameters.TESTS, "transfer*");

        assertThat(Matrix.read(settings()).plan().tests())
                .extracting(it -> it.name())
                .contains("transfer", "transferloss")
                .allMatch(it -> it.startsWith("transfer"));
    }

    @Test
    void oneImplementationIsPairedWithAllOthersAndOnceWithItself() {
        given.put(MatrixParameters.MINE, "beta");

        assertThat(pairs())
                .containsExactlyInAnyOrder(
                        "beta alpha", "beta beta", "beta beta-two", "beta server", "alpha beta", "beta-two beta");
    }

    @Test
    void oneThatIsNotInTheDefaultMatrixAndHasOneRoleIsPairedInThatOne() {
        given.put(MatrixParameters.MINE, "spare");
        given.put(MatrixParameters.CLIENTS, "alpha");

        assertThat(pairs()).containsExactlyInAnyOrder("spare alpha", "spare beta", "spare beta-two", "spare server");
    }

    @Test
    void anUnknownOneIsRefusedWithTheNearest() {
        given.put(MatrixParameters.MINE, "betta");

        assertThatThrownBy(this::pairs)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("interop.mine 'betta': no such implementation; nearest: beta");
    }

    @Test
    void entriesOfAFurtherFileAreAddedOrTakeThePlaceOfOthers() throws IOException {
        var extra = Files.writeString(folder.resolve("mine.json"), """
                {"version": "2.0", "implementations": {
                  "beta": {"quic": {"roles": ["server"], "image": "beta:patched"}},
                  "mine": {"quic": {"roles": ["client"], "image": "mine:1"}}}}
                """);
        given.put(MatrixParameters.EXTRA, extra.toString());
        given.put(MatrixParameters.CLIENTS, "mine");

        var plan = Matrix.read(settings()).plan();

        assertThat(pairs()).containsExactly("mine alpha", "mine beta", "mine beta-two", "mine server");
        assertThat(plan.cells())
                .filteredOn(it -> it.server().name().equals("beta"))
                .allMatch(it -> it.serverEndpoint().image().equals(Optional.of("beta:patched")));
        assertThat(RunInputs.of("", settings(), 1).extra()).containsExactly(extra);
    }

    @Test
    void twoFilesOfWhichNoneIsOverTheOtherMustNotHaveOneName() throws IOException {
        var other = Files.copy(folder.resolve("implementations.json"), folder.resolve("other.json"));
        given.merge(MatrixParameters.REGISTRY, other.toString(), (a, b) -> a + "," + b);

        assertThatThrownBy(this::pairs).isInstanceOf(UserError.class).hasMessageContaining("is registered for quic");
    }

    private List<String> pairs() {
        return Matrix.read(settings()).plan().cells().stream()
                .map(SelectedMatrixTest::pair)
                .distinct()
                .toList();
    }

    private static String pair(Cell cell) {
        return cell.client().name() + " " + cell.server().name();
    }

    private Settings settings() {
        return Settings.read(parameter -> Optional.ofNullable(given.get(parameter)));
    }
}
