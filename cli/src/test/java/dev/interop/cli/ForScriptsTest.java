package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interop.config.ParameterTable;
import dev.interop.protocol.Protocols;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts and shells read: JSON, and the completion of commands and options. */
class ForScriptsTest {
    private static final String REGISTRY = """
            {"version": "1.1", "current_target": "draft-18", "peer_overrides": {}, "implementations": {
              "one": {"draft_versions": ["draft-18"], "versions": {"draft-18": {}}, "roles": {
                "client": {"docker": {"image": "x/one:1"}, "peer_overrides": {"two": {}}},
                "relay": {"docker": {"image": "x/one:1"}, "remote": [
                  {"url": "https://one.example", "transport": "webtransport", "region": "eu"}]}}},
              "two": {"draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "x/two:1"}, "peer_overrides": {"one": {}}}, "relay": {}}}}}
            """;

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int command(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String registry() throws Exception {
        return Files.writeString(folder.resolve("mine.json"), REGISTRY).toString();
    }

    @Test
    void aProtocolWithoutVersionsHasNoTarget() throws Exception {
        var registry = Files.writeString(folder.resolve("both.json"), """
                {"version": "2.0", "current_target": "draft-18", "implementations": {
                  "one": {"quic": {"roles": ["client", "server"], "image": "x/one:1"}}}}
                """);

        command("plan", "--json", "--registry", registry.toString(), "--tests", "handshake");

        var plan = JSON.readTree(out.toString());
        assertThat(plan.path("pairs")).hasSize(1);
        assertThat(plan.has("target")).isFalse();
    }

    @Test
    void aPlanIsOneJsonObject() throws Exception {
        assertThat(command("plan", "--json", "--protocol", "moqt", "--registry", registry(), "--tests", "setup-only"))
                .isEqualTo(ExitCode.OK);

        var plan = JSON.readTree(out.toString());
        assertThat(plan.path("protocol").asText()).isEqualTo("moqt");
        assertThat(plan.path("target").asText()).isEqualTo("draft-18");
        assertThat(plan.path("cells").asInt()).isEqualTo(6);
        assertThat(plan.path("pairs"))
                .hasSize(6)
                .anySatisfy(it -> assertThat(it).isEqualTo(JSON.readTree("""
                        {"client": "two", "server": "one", "route": "remote-webtransport", "transport": "webtransport",
                         "version": "draft-18", "relation": "at", "servedAt": "https://one.example",
                         "tests": ["setup-only"]}""")));
        assertThat(plan.path("notRun"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.path("reason").asText())
                        .isEqualTo("the registry names no image and no remote endpoint of two"));
        assertThat(plan.path("notRead")).hasSize(4);
    }

    @Test
    void testCasesAndParametersAreJsonLists() throws Exception {
        command("list", "tests", "--json", "--protocol", "quic");
        var tests = JSON.readTree(out.toString());
        assertThat(tests).hasSameSizeAs(Protocols.installed().named("quic").testCases());
        assertThat(tests.get(0).fieldNames())
                .toIterable()
                .containsExactly("protocol", "name", "letter", "description", "default");
        assertThat(tests)
                .anySatisfy(it -> assertThat(it.path("default").asBoolean()).isTrue())
                .anySatisfy(it -> assertThat(it.path("default").asBoolean()).isFalse());

        out.getBuffer().setLength(0);
        command("list", "parameters", "--json");
        assertThat(JSON.readTree(out.toString()))
                .hasSameSizeAs(ParameterTable.all())
                .anySatisfy(it -> assertThat(it.path("name").asText()).isEqualTo("interop.lanes"));
    }

    /** They are let pass, since that runner's later files must load; dropped without a word they are taken for read. */
    @Test
    void fieldsOfAPublicFileThatAreNotReadAreNamed() throws Exception {
        var registry = registry();
        for (var command : List.of("plan", "list")) {
            err.getBuffer().setLength(0);
            assertThat(command(command, "--protocol", "moqt", "--registry", registry))
                    .isEqualTo(ExitCode.OK);

            assertThat(err.toString().lines().map(it -> it.replace(registry, "mine.json")))
                    .containsExactly(
                            "interop: mine.json:1: field 'peer_overrides' is not read",
                            "interop: mine.json:2: 'one': field 'versions' is not read",
                            "interop: mine.json:3: 'one': field 'roles.client.peer_overrides' is not read"
                                    + " (and in 1 more entry)",
                            "interop: mine.json:5: 'one': field 'roles.relay.remote.region' is not read");
        }
    }

    @Test
    void aRoleWithoutAnythingIsNoRemoteEndpoint() throws Exception {
        command("list", "implementations", "--protocol", "moqt", "--registry", registry());

        assertThat(out.toString().lines().map(it -> it.replaceAll(" +", " ")))
                .contains(
                        "two moqt relay draft-18 (neither image nor remote)", "one moqt client,relay draft-18 x/one:1");
    }

    @Test
    void aHintToTheListKeepsTheRegistry() throws Exception {
        var wrong = Files.writeString(
                folder.resolve("wrong.json"),
                "{\"a\": {\"image\": \"i\", \"role\": \"x\"}, \"b\": {\"role\": \"both\"}}");

        for (var form : List.of("--registry=" + wrong, "--registry " + wrong)) {
            err.getBuffer().setLength(0);
            assertThat(command(("plan " + form).split(" "))).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString()).contains("(and 1 more). All: ./interop list " + form);
        }
    }

    @Test
    void aShellCompletesCommandsAndOptions() throws Exception {
        command("completion");
        var script = Files.writeString(folder.resolve("completion"), out.toString());

        assertThat(completed(script, "./interop", "pl")).contains("plan");
        assertThat(completed(script, "./interop", "run", "--cli")).contains("--clients");
    }

    /** What bash offers for the last word, asked as bash asks for it. */
    private static List<String> completed(Path script, String... words) throws Exception {
        var line = """
                source '%s'
                COMP_WORDS=(%s) COMP_CWORD=%d
                $(complete -p interop | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, String.join(" ", words), words.length - 1);
        var bash = new ProcessBuilder("bash", "-c", line).start();
        var offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var problem = new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(problem).isZero();
        return offered.lines().map(String::strip).toList();
    }
}
