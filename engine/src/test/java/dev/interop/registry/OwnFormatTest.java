package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnFormatTest extends RegistryFiles {
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
    void aRolesSettingsOverrideThoseOfTheSection() {
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
                .containsExactly("moqt", "quic", "webtransport");
        assertThat(registry.find("quic", "x").orElseThrow().selected()).isFalse();
        assertThat(registry.find("webtransport", "x").orElseThrow().selected()).isTrue();
        var moqt = registry.find("moqt", "x").orElseThrow();
        assertThat(moqt.draftVersions())
                .extracting(ProtocolVersion::name)
                .containsExactly("draft-18", "draft-16", "draft-09");
        assertThat(moqt.endpoint(MoqtProtocol.RELAY).url()).contains("moqt://relay:4443");
        assertThat(moqt.endpoint(MoqtProtocol.RELAY).remotes())
                .containsExactly(
                        new RemoteEndpoint(
                                "https://r.example/moq",
                                "webtransport",
                                "untested",
                                Optional.of(ProtocolVersion.of("draft-16")),
                                true,
                                "n"),
                        new RemoteEndpoint("moqt://r.example:1", "quic", "active", Optional.empty(), false, ""));
    }

    @Test
    void aRoleMayMapTheContractAndADraftMayOverrideItsRole() {
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
        var relay = it.endpoint(MoqtProtocol.RELAY);
        assertThat(it.draftVersions(MoqtProtocol.RELAY))
                .extracting(ProtocolVersion::name)
                .containsExactly("draft-18");
        assertThat(relay.mapping().path()).contains("/moq");
        assertThat(relay.mapping().args()).containsExactly("--bind", "0.0.0.0:4443");
        assertThat(relay.speaks("webtransport")).isFalse();
        assertThat(relay.forDraft(ProtocolVersion.of("draft-18"))).isEqualTo(relay);
        var client = it.endpoint(Role.CLIENT);
        assertThat(it.draftVersions(Role.CLIENT))
                .extracting(ProtocolVersion::name)
                .containsExactly("draft-18", "draft-16");
        assertThat(client.mapping().draftEnv()).contains("DRAFT");
        assertThat(client.mapping().value("V", "1")).isEqualTo("true");
        assertThat(client.mapping().value("V", "0")).isEqualTo("0");
        assertThat(client.mapping().value("DRAFT", "draft-18")).isEqualTo("18");
        assertThat(client.mapping().caseName("announce-only")).isEqualTo("publish-only");
        assertThat(client.mapping().caseName("setup-only")).isEqualTo("setup-only");
        var old = client.forDraft(ProtocolVersion.of("draft-16"));
        assertThat(old.image()).contains("old");
        assertThat(old.build()).isEmpty();
        assertThat(old.env()).isEqualTo(Map.of("A", "2"));
        assertThat(old.speaks("webtransport")).isTrue();
        assertThat(old.speaks("quic")).isFalse();
        assertThat(old.mapping().cases()).isEqualTo(Map.of("announce-only", "announce", "x", "y"));
    }

    @Test
    void aDraftsNameIsNormalised() {
        var registry = own("""
                'm': {'moqt': {'draft_versions': ['draft-07', 'draft-8', 'draft-18'], 'image': 'i',
                  'drafts': {'draft-08': {'image': 'i:08'}},
                  'roles': {
                    'client': {'draft_env': 'DRAFT', 'values': {'DRAFT': {'draft-7': 'seven', 'draft-08': 'eight'}},
                      'drafts': {'draft-7': {'image': 'i:07', 'env': {'A': '1'}}}},
                    'relay': {'remote': [{'url': 'moqt://r.example', 'draft_version': 'draft-8'}]}}}}""");

        assertThat(texts(registry)).isEmpty();
        var it = registry.find("moqt", "m").orElseThrow();
        assertThat(it.draftVersions())
                .extracting(ProtocolVersion::name)
                .containsExactly("draft-18", "draft-08", "draft-07");
        var client = it.endpoint(Role.CLIENT);
        assertThat(client.forDraft(ProtocolVersion.of("draft-07")).image()).contains("i:07");
        assertThat(client.forDraft(ProtocolVersion.of("draft-07")).env()).isEqualTo(Map.of("A", "1"));
        assertThat(client.forDraft(ProtocolVersion.of("draft-08")).image()).contains("i:08");
        assertThat(client.mapping().value("DRAFT", "draft-07")).isEqualTo("seven");
        assertThat(client.mapping().value("DRAFT", "draft-08")).isEqualTo("eight");
        assertThat(it.endpoint(MoqtProtocol.RELAY).remotes().get(0).draftVersion())
                .contains(ProtocolVersion.of("draft-08"));
    }

    @Test
    void aDraftInTwoSpellingsIsRefused() {
        var registry = own("""
                'm': {'moqt': {'draft_versions': ['draft-7'], 'image': 'i', 'roles': {
                  'client': {'drafts': {
                    'draft-7': {},
                    'draft-07': {}}}}}}""");

        assertThat(texts(registry))
                .containsExactly("registry.json:5: 'm': 'drafts' has 'draft-07' in two spellings; remove one of them");
    }

    @Test
    void settingsForADraftThatTheRoleDoesNotSpeakAreRefused() {
        var registry = own("""
                'm': {'moqt': {'draft_versions': ['draft-18'], 'image': 'i', 'roles': {
                  'client': {'drafts': {
                    'draft-16': {}}}}}}""");

        assertThat(texts(registry))
                .containsExactly("registry.json:4: 'm': 'draft-16' is not among the role's draft_versions: draft-18");
    }

    @Test
    void aWrongEntryIsLeftOutAndTheOthersLoad() {
        var registry = own("""
                'good': {'quic': {'roles': ['client'], 'image': 'i'}},
                'quic-go': {'quic': {
                  'roles': ['servre'], 'image': 'i'}}""");

        assertThat(registry.implementations()).extracting(Implementation::name).containsExactly("good");
        assertThat(texts(registry))
                .containsExactly("registry.json:4: 'quic-go': role 'servre' is not known; did you mean 'server'?");
    }
}
