package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryReaderTest {
    @TempDir
    Path folder;

    @Nested
    class OwnFormat {
        @Test
        void anEntryOfOneLineIsAClientAndAServer() {
            var registry = own("'quic-go': {'quic': {'roles': ['client', 'server'], 'image': 'img:1', 'build': 'b'}}");

            var it = registry.find("quic", "quic-go").orElseThrow();
            assertThat(registry.problems()).isEmpty();
            assertThat(it.title()).isEqualTo("quic-go");
            assertThat(it.selected()).isTrue();
            assertThat(it.roles()).containsOnlyKeys(Role.CLIENT, Role.SERVER);
            assertThat(it.endpoint(Role.SERVER).image()).contains("img:1");
            assertThat(it.endpoint(Role.SERVER).build()).contains("b");
            assertThat(it.origin().line()).isEqualTo(2);
        }

        @Test
        void whatStandsAtARoleWinsOverWhatStandsBesideRoles() {
            var registry = own("""
                    'k': {'name': 'K!', 'url': 'https://k.example', 'version': '1', 'quic': {
                      'roles': {'client': {}, 'server': {'image': 'own', 'env': {'A': '2', 'C': '3'}}},
                      'image': 'shared', 'build': 'shared-build', 'env': {'A': '1', 'B': '1'}, 'selected': false}}""");

            var it = registry.find("quic", "k").orElseThrow();
            assertThat(it.title()).isEqualTo("K!");
            assertThat(it.url()).contains("https://k.example");
            assertThat(it.version()).contains("1");
            assertThat(it.selected()).isFalse();
            assertThat(it.endpoint(Role.CLIENT).image()).contains("shared");
            assertThat(it.endpoint(Role.CLIENT).env()).isEqualTo(Map.of("A", "1", "B", "1"));
            assertThat(it.endpoint(Role.SERVER).image()).contains("own");
            assertThat(it.endpoint(Role.SERVER).build())
                    .as("the shared build makes another image")
                    .isEmpty();
            assertThat(it.endpoint(Role.SERVER).env()).isEqualTo(Map.of("A", "2", "B", "1", "C", "3"));
        }

        @Test
        void anEntryWithThreeProtocolsIsThreeImplementations() {
            var registry = own("""
                    'x': {'selected': false,
                      'quic': {'roles': ['client'], 'image': 'q'},
                      'webtransport': {'roles': ['server'], 'image': 'w', 'selected': true},
                      'moqt': {'draft_versions': ['draft-9', 'draft-18', 'draft-16'], 'image': 'm',
                        'roles': {'client': {}, 'publisher': {}, 'subscriber': {}, 'relay': {'url': 'moqt://relay:4443',
                          'remote': [{'url': 'https://r.example/moq', 'status': 'untested', 'draft_version': 'draft-16',
                                      'tls_disable_verify': true, 'notes': 'n'}, {'url': 'moqt://r.example:1'}]}}}}""");

            assertThat(registry.problems()).isEmpty();
            assertThat(registry.implementations())
                    .extracting(Implementation::protocol)
                    .containsExactly("quic", "webtransport", "moqt");
            assertThat(registry.find("quic", "x").orElseThrow().selected()).isFalse();
            assertThat(registry.find("webtransport", "x").orElseThrow().selected())
                    .isTrue();
            var moqt = registry.find("moqt", "x").orElseThrow();
            assertThat(moqt.draftVersions()).containsExactly("draft-18", "draft-16", "draft-9");
            assertThat(moqt.endpoint(Role.RELAY).url()).contains("moqt://relay:4443");
            assertThat(moqt.endpoint(Role.RELAY).remotes())
                    .containsExactly(
                            new Remote(
                                    "https://r.example/moq",
                                    "webtransport",
                                    "untested",
                                    Optional.of("draft-16"),
                                    true,
                                    "n"),
                            new Remote("moqt://r.example:1", "quic", "active", Optional.empty(), false, ""));
        }

        @Test
        void aRoleMayDepartFromTheContractInWordsAndADraftFromItsRole() {
            var registry = own("""
                    'm': {'moqt': {'draft_versions': ['draft-18', 'draft-16'], 'image': 'shared', 'build': 'b',
                      'env': {'A': '1'}, 'values': {'V': {'1': 'true'}}, 'transports': ['quic'],
                      'roles': {
                        'relay': {'path': '/moq', 'args': ['--bind', '0.0.0.0:4443'], 'draft_versions': ['draft-18']},
                        'client': {'draft_env': 'DRAFT', 'cases': {'announce-only': 'publish-only', 'x': 'y'},
                          'values': {'DRAFT': {'draft-18': '18'}},
                          'drafts': {'draft-16': {'image': 'old', 'env': {'A': '2'}, 'transports': ['webtransport'],
                                                  'cases': {'announce-only': 'announce'}}}}}}}""");

            assertThat(texts(registry)).isEmpty();
            var it = registry.find("moqt", "m").orElseThrow();
            var relay = it.endpoint(Role.RELAY);
            assertThat(it.draftVersions(Role.RELAY)).containsExactly("draft-18");
            assertThat(relay.dialect().path()).contains("/moq");
            assertThat(relay.dialect().args()).containsExactly("--bind", "0.0.0.0:4443");
            assertThat(relay.speaks("webtransport")).isFalse();
            assertThat(relay.forDraft("draft-18")).isEqualTo(relay);
            var client = it.endpoint(Role.CLIENT);
            assertThat(it.draftVersions(Role.CLIENT)).containsExactly("draft-18", "draft-16");
            assertThat(client.dialect().draftEnv()).contains("DRAFT");
            assertThat(client.dialect().value("V", "1")).isEqualTo("true");
            assertThat(client.dialect().value("V", "0")).isEqualTo("0");
            assertThat(client.dialect().value("DRAFT", "draft-18")).isEqualTo("18");
            assertThat(client.dialect().caseName("announce-only")).isEqualTo("publish-only");
            assertThat(client.dialect().caseName("setup-only")).isEqualTo("setup-only");
            var old = client.forDraft("draft-16");
            assertThat(old.image()).contains("old");
            assertThat(old.build()).isEmpty();
            assertThat(old.env()).isEqualTo(Map.of("A", "2"));
            assertThat(old.speaks("webtransport")).isTrue();
            assertThat(old.speaks("quic")).isFalse();
            assertThat(old.dialect().cases()).isEqualTo(Map.of("announce-only", "announce", "x", "y"));
        }

        @Test
        void aDraftThatTheRoleDoesNotSpeakIsNoDraftOfIt() {
            var registry = own("""
                    'm': {'moqt': {'draft_versions': ['draft-18'], 'image': 'i', 'roles': {
                      'client': {'drafts': {
                        'draft-16': {}}}}}}""");

            assertThat(texts(registry))
                    .containsExactly(
                            "registry.json:4: 'm': 'draft-16' is not among the role's draft_versions: draft-18");
        }

        @Test
        void aWrongEntryIsLeftOutAndTheOthersLoad() {
            var registry = own("""
                    'good': {'quic': {'roles': ['client'], 'image': 'i'}},
                    'quic-go': {'quic': {
                      'roles': ['servre'], 'image': 'i'}}""");

            assertThat(registry.implementations())
                    .extracting(Implementation::name)
                    .containsExactly("good");
            assertThat(texts(registry))
                    .containsExactly("registry.json:4: 'quic-go': role 'servre' is not known; did you mean 'server'?");
        }
    }

    @Nested
    class ForeignFormats {
        @Test
        void theQuicRunnersFileLoadsUnchanged() {
            var registry = new RegistryReader().read(List.of(resource("implementations_quic.json")));

            assertThat(registry.problems()).isEmpty();
            assertThat(registry.implementations())
                    .extracting(Implementation::name)
                    .containsExactly("both-go", "only-client", "only_server");
            assertThat(registry.implementations())
                    .extracting(Implementation::protocol)
                    .containsOnly("quic");
            assertThat(registry.find("quic", "both-go").orElseThrow().roles())
                    .containsOnlyKeys(Role.CLIENT, Role.SERVER);
            assertThat(registry.find("quic", "only-client").orElseThrow().roles())
                    .containsOnlyKeys(Role.CLIENT);
            var server = registry.find("quic", "only_server").orElseThrow();
            assertThat(server.endpoint(Role.SERVER).image()).contains("registry.example:5000/server@sha256:0a1b");
            assertThat(server.url()).isEmpty();
        }

        @Test
        void theProtocolOfTheQuicRunnersFilesIsInTheirNames() {
            var entry = "{'a': {'image': 'i', 'url': 'https://a.example', 'role': 'both'}}";
            var files = List.of(file("implementations_webtransport.json", entry));
            assertThat(new RegistryReader().read(files).find("webtransport", "a"))
                    .isPresent();

            var unnamed = List.of(file("mine.json", entry));
            assertThat(new RegistryReader().read(unnamed).find("quic", "a")).isPresent();
            assertThat(new RegistryReader("webtransport").read(unnamed).find("webtransport", "a"))
                    .isPresent();
        }

        @Test
        void theMoqtRunnersFileLoadsUnchanged() {
            var registry = new RegistryReader().read(List.of(resource("moqt-runner-1.1.json")));

            assertThat(registry.problems()).isEmpty();
            assertThat(registry.currentTarget()).contains("draft-18");
            assertThat(registry.implementations())
                    .extracting(Implementation::name)
                    .containsExactly("full", "bare");
            var full = registry.find("moqt", "full").orElseThrow();
            assertThat(full.title()).isEqualTo("Full");
            assertThat(full.url()).contains("https://full.example/repo");
            assertThat(full.draftVersions()).containsExactly("draft-18", "draft-9");
            assertThat(full.roles().keySet()).containsExactly(Role.CLIENT, Role.RELAY, Role.PUBLISHER, Role.SUBSCRIBER);
            var relay = full.endpoint(Role.RELAY);
            assertThat(relay.image()).contains("full-relay:latest");
            assertThat(relay.build()).as("names files of another repository").isEmpty();
            assertThat(relay.url()).contains("moqt://relay:4443");
            assertThat(relay.env()).isEqualTo(Map.of("DRAFT", "18"));
            assertThat(relay.remotes())
                    .containsExactly(
                            new Remote(
                                    "https://full.example:4443/moq",
                                    "webtransport",
                                    "inactive",
                                    Optional.of("draft-9"),
                                    true,
                                    "down since May"),
                            new Remote("moqt://full.example", "quic", "active", Optional.empty(), false, ""));
            var bare = registry.find("moqt", "bare").orElseThrow();
            assertThat(bare.url()).isEmpty();
            assertThat(bare.draftVersions()).isEmpty();
            assertThat(bare.endpoint(Role.RELAY).image()).isEmpty();
        }

        @Test
        void theirMistakesAreReportedLikeOurs() {
            var quic = read("implementations_quic.json", """
                    {
                      'a': {'image': 'i', 'url': '', 'role': 'clint'},
                      'b': {'url': '', 'role': 'both'},
                      '../c': {'image': 'i', 'role': 'both'},
                      'd': 7
                    }""");
            assertThat(texts(quic))
                    .containsExactlyInAnyOrder(
                            "implementations_quic.json:2: 'a': role 'clint' is not known; did you mean 'client'?",
                            "implementations_quic.json:3: 'b': 'image' is missing; add it",
                            "implementations_quic.json:4: '../c': name '../c' does not fit; write it like 'quic-go'",
                            "implementations_quic.json:5: 'd': 'd' must be an object, not 7");
            assertThat(quic.implementations()).isEmpty();

            var moqt = read("moqt.json", """
                    {'version': '1.1', 'implementations': {
                      'a': {'name': 'A', 'draft_versions': ['18'], 'roles': {}},
                      'b': {'name': 'B', 'roles': {'rely': {}}},
                      'c': {'name': 'C', 'roles': {'relay': {
                         'remote': [{'url': 'ftp://x', 'transport': 'tcp'}]}}}}}""");
            assertThat(texts(moqt))
                    .containsExactlyInAnyOrder(
                            "moqt.json:2: 'a': draft_versions '18' does not fit; write it like 'draft-18'",
                            "moqt.json:3: 'b': role 'rely' is not known; did you mean 'relay'?",
                            "moqt.json:5: 'c': url 'ftp://x' does not fit; write it like 'moqt://relay:4443'",
                            "moqt.json:5: 'c': transport 'tcp' is not known; known: quic, webtransport");
        }

        private Path resource(String name) {
            return Path.of("src/test/resources/dev/interop/registry", name);
        }
    }

    @Nested
    class Mistakes {
        @Test
        void eachIsOneLineWithFileLineEntryAndRemedy() {
            var registry = read("registry.json", """
                    {
                      'version': '2.0',
                      'currnt_target': 'draft-18',
                      'current_target': '18',
                      'implementations': {
                        'A b': {'quic': {'roles': ['client'], 'image': 'x'}},
                        'none': {'notes': 'x'},
                        'url': {'url': 'x', 'quic': {'roles': ['client'], 'image': 'x'}},
                        'typo': {'quic': {'roles': ['client'], 'image': 'x',
                            'imgae': 'x'}},
                        'role': {'quic': {'roles': {'relay': {}}, 'image': 'x'}},
                        'env': {'quic': {'roles': ['client'], 'image': 'x', 'env': {
                            'A': 1}}},
                        'roles': {'quic': {'roles': [], 'image': 'x'}},
                        'string': {'quic': {'roles': 'client', 'image': 'x'}},
                        'twice': {'moqt': {'draft_versions': ['draft-1', 'draft-1'], 'roles': ['client'], 'image': 'x'}},
                        'noimage': {'quic': {'roles': {'client': {}}}},
                        'scheme': {'moqt': {'draft_versions': ['draft-18'], 'roles': {'relay': {'remote': [
                            {'url': 'https://a', 'transport': 'webtransport'},
                            {'url': 'https://a', 'transport': 'quic'}]}}}},
                        'drafts': {'moqt': {'image': 'x', 'roles': ['relay']}},
                        'number': 5
                      }
                    }""");

            assertThat(registry.implementations()).isEmpty();
            assertThat(registry.currentTarget()).isEmpty();
            assertThat(texts(registry))
                    .containsExactlyInAnyOrder(
                            "registry.json:3: key 'currnt_target' is not known; did you mean 'current_target'?",
                            "registry.json:4: current_target '18' does not fit; write it like 'draft-18'",
                            "registry.json:6: 'A b': name 'A b' does not fit; write it like 'quic-go'",
                            "registry.json:7: 'none': speaks no protocol; add a section 'quic', 'webtransport' or 'moqt'",
                            "registry.json:8: 'url': url 'x' does not fit; write it like"
                                    + " 'https://github.com/quic-go/quic-go'",
                            "registry.json:10: 'typo': key 'imgae' is not known; did you mean 'image'?",
                            "registry.json:11: 'role': role 'relay' is not known; known: client, server",
                            "registry.json:13: 'env': 'A' must be text in quotes, not 1",
                            "registry.json:14: 'roles': 'roles' is empty",
                            "registry.json:15: 'string': 'roles' must be a list or an object, not \"client\"",
                            "registry.json:16: 'twice': 'draft_versions' says something twice",
                            "registry.json:17: 'noimage': role 'client' has no image; add 'image' to it or beside 'roles'",
                            "registry.json:20: 'scheme': a https:// URL is transport 'webtransport', not 'quic';"
                                    + " leave 'transport' out or change the URL",
                            "registry.json:21: 'drafts': 'draft_versions' is missing; add it",
                            "registry.json:22: 'number': 'number' must be an object, not 5");
        }

        @Test
        void aTerminalIsNotCommandedByAName() {
            var registry = read("registry.json", "{'version': '2.0', 'implementations': {'a\\u001b[2J\\n': {}}}");

            assertThat(registry.problems())
                    .isNotEmpty()
                    .allSatisfy(it ->
                            assertThat(it.text()).doesNotContain("\u001b", "\n").contains("a\\u001b[2J\\u000a"));
        }

        @Test
        void aFileThatIsNoJsonIsRefusedWithItsLineAndColumn() {
            assertRefused("{\n 'a': }", ":2:7: not JSON: Unexpected character");
            assertRefused("{'a': 1,\n}", ":2:1: not JSON: the comma before it is too many");
            assertRefused("{'a': 1} x", ":1:10: not JSON: Unrecognized token");
            assertRefused("{'a': [", ":1:8: not JSON: Unexpected end");
            assertRefused("", ":1: not a registry: it must be a JSON object");
            assertRefused("[]", ":1: not a registry: it must be a JSON object");
            assertRefused("[".repeat(100_000), "not JSON: ");
        }

        @Test
        void aKeyThatStandsTwiceIsRefusedWithBothPlaces() {
            assertRefused("{'a': {'image': 'x'},\n\n'a': {}}", ":3: 'a' stands here and on line 1 already; remove one");
        }

        @Test
        void twoEntriesOfOneNameAreRefusedWithBothPlaces() {
            var one = file(
                    "one.json",
                    "{'version': '2.0', 'implementations': {\n'a': "
                            + "{'quic': {'roles': ['client'], 'image': 'i'}}}}");
            var two = file("implementations_quic.json", "{\n\n'a': {'image': 'i', 'role': 'both'}}");
            var other = file("implementations_webtransport.json", "{'a': {'image': 'i', 'role': 'both'}}");

            assertThatThrownBy(() -> new RegistryReader().read(List.of(one, two)))
                    .isInstanceOf(UserError.class)
                    .hasMessage(
                            "%s:3: 'a' is registered for quic at %s:2 already; give one of them another name",
                            two, one);
            assertThat(new RegistryReader().read(List.of(one, other)).implementations())
                    .hasSize(2);
        }

        @Test
        void aFileThatCannotBeReadIsNamed() throws IOException {
            assertThatThrownBy(() -> new RegistryReader().read(List.of(folder.resolve("gone.json"))))
                    .isInstanceOf(UserError.class)
                    .hasMessage(folder.resolve("gone.json") + ": no such registry file; name one with --registry FILE");
            assertThatThrownBy(() -> new RegistryReader().read(List.of(folder)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("is a folder");
            var latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe9, '"', '}'});
            assertThatThrownBy(() -> new RegistryReader().read(List.of(latin)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("not UTF-8");
        }

        @Test
        void anUnknownVersionIsRefused() {
            assertRefused("{\n'version': '3.0', 'implementations': {}}", ":2: version '3.0' is not known");
        }

        private void assertRefused(String text, String message) {
            assertThatThrownBy(() -> read("r.json", text))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("r.json")
                    .hasMessageContaining(message)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .hasLineCount(1);
        }
    }

    @Nested
    class Replacing {
        private Registry registry() {
            return own("""
                'x': {'version': '1', 'quic': {'roles': ['client', 'server'], 'image': 'q', 'build': 'b', 'env': {'A': '1'}},
                  'moqt': {'draft_versions': ['draft-18'], 'image': 'm',
                           'roles': {'relay': {'remote': [{'url': 'moqt://r'}]}}}},
                'y': {'quic': {'roles': ['client'], 'image': 'y'}}""");
        }

        @Test
        void anImageTakesThePlaceOfAllOfOneName() {
            var registry = registry();
            var replaced = registry.replacing("x", "mine:dev");

            var quic = replaced.find("quic", "x").orElseThrow();
            assertThat(quic.roles().values())
                    .hasSize(2)
                    .containsOnly(new Endpoint(
                            Optional.of("mine:dev"), Optional.empty(), Map.of("A", "1"), Optional.empty(), List.of()));
            assertThat(quic.version()).isEmpty();
            var relay = replaced.find("moqt", "x").orElseThrow().endpoint(Role.RELAY);
            assertThat(relay.image()).contains("mine:dev");
            assertThat(relay.remotes()).isEmpty();
            assertThat(replaced.find("quic", "y")).isEqualTo(registry.find("quic", "y"));
        }

        @Test
        void anUnknownNameIsRefused() {
            assertThatThrownBy(() -> own("'quic-go': {'quic': {'roles': ['client'], 'image': 'i'}}")
                            .replacing("quicgo", "i"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("--replace 'quicgo': no such implementation; nearest: quic-go. All: ./interop list");
        }
    }

    private Registry own(String entries) {
        return read("registry.json", "{'version': '2.0', 'implementations': {\n" + entries + "}}");
    }

    private List<String> texts(Registry registry) {
        return registry.problems().stream()
                .map(it -> it.text().replace(folder + "/", ""))
                .toList();
    }

    private Registry read(String name, String text) {
        return new RegistryReader().read(List.of(file(name, text)));
    }

    private Path file(String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
