package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryMistakesTest extends RegistryFiles {
    @Test
    void halfACharacterIsRefusedWhereItStands() {
        assertThatThrownBy(() -> read("registry.json", """
                {
                  'version': '2.0',
                  'implementations': {
                    'a': {'version': '1\\ud800', 'quic': {'roles': ['client'], 'image': 'x'}}}}"""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("registry.json:4: '1\\ud800' has half of a surrogate pair");
    }

    @Test
    void eachMistakeIsOneLineWithFileLineEntryAndRemedy() {
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
                    'url-transport': {'moqt': {'draft_versions': ['draft-18'], 'image': 'x', 'roles': {'relay': {
                        'url': 'moqt://relay:4443',
                        'transports': ['webtransport']}}}},
                    'url-draft': {'moqt': {'draft_versions': ['draft-18', 'draft-16'], 'image': 'x',
                        'drafts': {'draft-16': {'transports': ['quic']}}, 'roles': {'relay': {
                        'url': 'https://relay:4443'}}}},
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
                        "registry.json:7: 'none': speaks no protocol; add a section 'moqt', 'quic' or 'webtransport'",
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
                                + " change the transport or the URL",
                        "registry.json:21: 'drafts': 'draft_versions' is missing; add it",
                        "registry.json:23: 'url-transport': a moqt:// URL is transport 'quic', which 'transports' does not"
                                + " name; change the transports or the URL",
                        "registry.json:27: 'url-draft': a https:// URL is transport 'webtransport', which 'transports'"
                                + " does not name; change the transports or the URL",
                        "registry.json:28: 'number': 'number' must be an object, not 5");
    }

    @Test
    void aLaterMinorVersionOfTheFormatIsReadAndOtherVersionsAreRefused() {
        assertThat(read("later.json", "{'version': '2.7', 'implementations': {}}")
                        .problems())
                .isEmpty();
        assertThatThrownBy(() -> read("next.json", "{'version': '3.0', 'implementations': {}}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("version '3.0' is not known");
        assertThatThrownBy(() -> read("odd.json", "{'version': '2.x', 'implementations': {}}")
                        .sound())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("version");
    }

    @Test
    void controlCharactersInANameAreEscaped() {
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
    void aFileThatEndsTooEarlyIsRefusedWithoutTheJsonReadersOwnWords() {
        assertThatThrownBy(() -> read("registry.json", "{"))
                .hasMessageEndingWith("not JSON: Unexpected end-of-input: expected close marker for Object");
    }

    @Test
    void aDuplicateKeyIsRefusedWithBothPlaces() {
        assertRefused("{'a': {'image': 'x'},\n\n'a': {}}", ":3: 'a' stands here and on line 1 already; remove one");
    }

    @Test
    void twoEntriesWithTheSameNameAreRefusedWithBothPlaces() {
        var one = file(
                "one.json",
                "{'version': '2.0', 'implementations': {\n'a': " + "{'quic': {'roles': ['client'], 'image': 'i'}}}}");
        var two = file("implementations_quic.json", "{\n\n'a': {'image': 'i', 'role': 'both'}}");
        var other = file("implementations_webtransport.json", "{'a': {'image': 'i', 'role': 'both'}}");

        assertThatThrownBy(() -> new RegistryReader(Protocols.installed().registrySections()).read(List.of(one, two)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "%s:3: 'a' is registered for quic at %s:2 already; give one of them another name", two, one);
        assertThat(new RegistryReader(Protocols.installed().registrySections())
                        .read(List.of(one, other))
                        .implementations())
                .hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThatThrownBy(() -> new RegistryReader(Protocols.installed().registrySections())
                        .read(List.of(folder.resolve("gone.json"))))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("gone.json") + ": no such registry file; name one with --registry FILE");
        assertThatThrownBy(() -> new RegistryReader(Protocols.installed().registrySections()).read(List.of(folder)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a folder");
        var latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe9, '"', '}'});
        assertThatThrownBy(() -> new RegistryReader(Protocols.installed().registrySections()).read(List.of(latin)))
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
