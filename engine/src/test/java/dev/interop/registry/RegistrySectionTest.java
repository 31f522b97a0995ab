package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import dev.interop.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A section of a third party's protocol, with its own roles and keys. */
class RegistrySectionTest extends RegistryFiles {
    private static final Role ASKER = new Role("asker");
    private static final Role CLOCK = new Role("clock");
    private static final RegistrySection TIME = RegistrySection.of("time", List.of(ASKER, CLOCK))
            .withKey("zone", "{\"type\": \"string\", \"pattern\": \"^[A-Z]+$\", \"examples\": [\"UTC\"]}")
            .withKey("formats", "{\"type\": \"array\", \"items\": {\"enum\": [\"iso\", \"unix\"]}}");

    @Test
    void theSchemasOfTheProductsOwnSectionsAreValid() {
        assertThat(Protocols.installed().registrySections())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.problem()).as(it.name()).isEmpty());
    }

    @Test
    void aSectionHasRolesAndKeysOfItsProtocol() {
        var registry = time("""
                'atomic': {'time': {'roles': {'asker': {}, 'clock': {'zone': 'CET', 'image': 'own'}},
                  'image': 'shared', 'zone': 'UTC', 'formats': ['iso']}}""");

        assertThat(texts(registry)).isEmpty();
        var it = registry.find("time", "atomic").orElseThrow();
        assertThat(it.roles()).containsOnlyKeys(ASKER, CLOCK);
        assertThat(it.endpoint(ASKER).settings()).isEqualTo(Map.of("zone", "UTC", "formats", "[\"iso\"]"));
        assertThat(it.endpoint(CLOCK).settings()).containsEntry("zone", "CET");
        assertThat(it.endpoint(CLOCK).image()).contains("own");
    }

    @Test
    void aMistakeInASectionIsReportedWithFileLineEntryAndNearestName() {
        var registry = time("""
                'a': {'time': {'image': 'x', 'roles': ['clok']}},
                'b': {'time': {'image': 'x', 'roles': ['clock'],
                  'zoone': 'UTC'}},
                'c': {'time': {'image': 'x', 'roles': ['clock'], 'zone': 'utc'}},
                'd': {'tme': {'image': 'x', 'roles': ['clock']}},
                'e': {'notes': 'none'},
                'f': {'time': {'roles': ['clock']}}""");

        assertThat(registry.implementations()).isEmpty();
        assertThat(texts(registry))
                .containsExactlyInAnyOrder(
                        "registry.json:2: 'a': role 'clok' is not known; did you mean 'clock'?",
                        "registry.json:4: 'b': key 'zoone' is not known; did you mean 'zone'?",
                        "registry.json:5: 'c': zone 'utc' does not fit; write it like 'UTC'",
                        "registry.json:6: 'd': speaks no protocol; add a section 'moqt', 'quic', 'webtransport' or 'time'",
                        "registry.json:6: 'd': key 'tme' is not known; did you mean 'time'?",
                        "registry.json:7: 'e': speaks no protocol; add a section 'moqt', 'quic', 'webtransport' or 'time'",
                        "registry.json:8: 'f': role 'clock' has no image; add 'image' to it or beside 'roles'");
    }

    @Test
    void aSectionSaysWhichTransportAUrlStandsForAndMayHaveVersionNamesOfItsOwn() {
        var section = TIME.withKey("draft_versions", "{\"type\": \"array\"}")
                .withKey("remote", "{\"type\": \"array\"}")
                .withUrlTransports(Map.of("time", "udp"));

        var registry = registry(section, """
                'a': {'time': {'roles': {'clock': {'remote': [{'url': 'time://a'}, {'url': 'x://a', 'transport': 'tcp'}]}},
                  'draft_versions': ['v9', 'draft-7', 'v10']}},
                'b': {'time': {'roles': {'clock': {'remote': [{'url': 'x://b'}]}}}},
                'c': {'time': {'roles': {'clock': {'remote': [{'url': 'time://c', 'transport': 'tcp'}]}}}}""");

        assertThat(texts(registry))
                .containsExactly(
                        "registry.json:4: 'b': a x:// URL stands for no transport; add 'transport'",
                        "registry.json:5: 'c': a time:// URL is transport 'udp', not 'tcp'; change the transport or the URL");
        var it = registry.find("time", "a").orElseThrow();
        assertThat(it.endpoint(CLOCK).remotes())
                .extracting(RemoteEndpoint::transport)
                .containsExactly("udp", "tcp");
        assertThat(it.draftVersions()).extracting(ProtocolVersion::name).containsExactly("v10", "v9", "draft-07");
    }

    @Test
    void theOtherSectionsOfAnEntryAreReadUnchanged() {
        var registry = time("""
                'both': {'time': {'image': 't', 'roles': ['clock']}, 'quic': {'image': 'q', 'roles': ['client']}}""");

        assertThat(registry.implementations())
                .extracting(Implementation::protocol)
                .containsExactly("quic", "time");
    }

    @Test
    void aSectionThatRedefinesADefinitionOfAnotherOneIsRefused() {
        var file = file("r.json", "{'version': '2.0', 'implementations': {}}");
        var greedy = new RegistrySection("greedy", "{\"$defs\": {\"image\": {\"type\": \"integer\"}}}");

        assertThatThrownBy(() -> new RegistryReader(List.of(greedy)).read(List.of(file)))
                .isInstanceOf(UserError.class)
                .hasMessage("the registry section 'greedy' defines 'image', which is defined otherwise already");
    }

    @Test
    void aSectionThatRefersToWhatDoesNotExistIsRefusedWhereAnEntryMeetsIt() {
        var section = TIME.withKey("greeting", "{\"$ref\": \"#/$defs/imagee\"}");

        assertThat(texts(registry(section, "'a': {'quic': {'image': 'q', 'roles': ['client']}}")))
                .isEmpty();
        assertThatThrownBy(
                        () -> registry(section, "'a': {'time': {'image': 't', 'roles': ['clock'], 'greeting': 'x'}}"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("the schema of section 'time' is invalid: ")
                .hasMessageContaining("imagee")
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    @Test
    void aSectionNamedLikeAKeyOfEntriesIsRefused() {
        assertThatThrownBy(() -> RegistrySection.of("version", List.of(CLOCK)))
                .hasMessageContaining("'version' cannot be a protocol's name");
        assertThatThrownBy(() -> TIME.withKey("image", "{}")).hasMessageContaining("has a key 'image' already");
        assertThatThrownBy(() -> new RegistrySection("x", "[")).hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> new Role("Big Clock")).hasMessageContaining("no name of a role");
    }

    /** The schema is in the top folder, where editors find it. */
    @Test
    void theSchemaForEditorsIsTheRegistrysWithTheSectionsOfTheProjectsProtocols() throws IOException {
        var composed = RegistrySchema.with(Protocols.installed().registrySections());
        var made = Path.of("target", "implementations.schema.json");
        Files.writeString(made, composed.toPrettyString() + "\n");

        var committed = new ObjectMapper()
                .readTree(Path.of("../implementations.schema.json").toFile());
        assertThat(committed.equals(composed))
                .as("implementations.schema.json is what engine/%s is", made)
                .isTrue();
    }

    private Registry time(String entries) {
        return registry(TIME, entries);
    }

    private Registry registry(RegistrySection section, String entries) {
        var sections = new ArrayList<>(Protocols.installed().registrySections());
        sections.add(section);
        return new RegistryReader(sections)
                .read(List.of(file("registry.json", "{'version': '2.0', 'implementations': {\n" + entries + "}}")));
    }
}
