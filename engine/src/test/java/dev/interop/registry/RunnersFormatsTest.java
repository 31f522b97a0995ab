package dev.interop.registry;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.ProtocolVersion;
import dev.interop.moqt.MoqtProtocol;
import dev.interop.protocol.Protocols;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunnersFormatsTest extends RegistryFiles {
    @Test
    void theQuicRunnersFileLoadsUnchanged() {
        var registry = new RegistryReader(Protocols.installed().registrySections())
                .read(List.of(resource("implementations_quic.json")));

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.implementations())
                .extracting(Implementation::name)
                .containsExactly("both-go", "only-client", "only_server");
        assertThat(registry.implementations())
                .extracting(Implementation::protocol)
                .containsOnly("quic");
        assertThat(registry.find("quic", "both-go").orElseThrow().roles()).containsOnlyKeys(Role.CLIENT, Role.SERVER);
        assertThat(registry.find("quic", "only-client").orElseThrow().roles()).containsOnlyKeys(Role.CLIENT);
        var server = registry.find("quic", "only_server").orElseThrow();
        assertThat(server.endpoint(Role.SERVER).image()).contains("registry.example:5000/server@sha256:0a1b");
        assertThat(server.url()).isEmpty();
    }

    @Test
    void theFileNameOfTheQuicRunnersFormatSelectsTheProtocol() {
        var entry = "{'a': {'image': 'i', 'url': 'https://a.example', 'role': 'both'}}";
        var files = List.of(file("implementations_webtransport.json", entry));
        assertThat(new RegistryReader(Protocols.installed().registrySections())
                        .read(files)
                        .find("webtransport", "a"))
                .isPresent();

        var unnamed = List.of(file("mine.json", entry));
        assertThat(new RegistryReader(Protocols.installed().registrySections())
                        .read(unnamed)
                        .find("quic", "a"))
                .isPresent();
        assertThat(new RegistryReader(Protocols.installed().registrySections(), "webtransport")
                        .read(unnamed)
                        .find("webtransport", "a"))
                .isPresent();
        assertThat(new RegistryReader(Protocols.installed().registrySections(), "moqt")
                        .read(unnamed)
                        .find("quic", "a"))
                .isPresent();
    }

    @Test
    void theMoqtRunnersFileLoadsUnchanged() {
        var registry = new RegistryReader(Protocols.installed().registrySections())
                .read(List.of(resource("moqt-runner-1.1.json")));

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.currentTarget()).contains(ProtocolVersion.of("draft-18"));
        assertThat(registry.implementations()).extracting(Implementation::name).containsExactly("full", "bare");
        var full = registry.find("moqt", "full").orElseThrow();
        assertThat(full.title()).isEqualTo("Full");
        assertThat(full.url()).contains("https://full.example/repo");
        assertThat(full.draftVersions()).extracting(ProtocolVersion::name).containsExactly("draft-18", "draft-09");
        assertThat(full.roles().keySet())
                .containsExactly(Role.CLIENT, MoqtProtocol.PUBLISHER, MoqtProtocol.RELAY, MoqtProtocol.SUBSCRIBER);
        var relay = full.endpoint(MoqtProtocol.RELAY);
        assertThat(relay.image()).contains("full-relay:latest");
        assertThat(relay.build()).as("names files of another repository").isEmpty();
        assertThat(relay.url()).contains("moqt://relay:4443");
        assertThat(relay.env()).isEqualTo(Map.of("DRAFT", "18"));
        assertThat(relay.remotes())
                .containsExactly(
                        new RemoteEndpoint(
                                "https://full.example:4443/moq",
                                "webtransport",
                                "inactive",
                                Optional.of(ProtocolVersion.of("draft-09")),
                                true,
                                "down since May"),
                        new RemoteEndpoint("moqt://full.example", "quic", "active", Optional.empty(), false, ""));
        var bare = registry.find("moqt", "bare").orElseThrow();
        assertThat(bare.url()).isEmpty();
        assertThat(bare.draftVersions()).isEmpty();
        assertThat(bare.endpoint(MoqtProtocol.RELAY).image()).isEmpty();
    }

    @Test
    void mistakesInTheRunnersFormatsAreReportedLikeThoseInOurs() {
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

    @Test
    void inTheMoqtRunnersFileAUrlsSchemeIsItsTransport() {
        var moqt = read("moqt.json", """
                {'version': '1.1', 'implementations': {
                  'a': {'roles': {'relay': {'remote': [
                     {'url': 'https://a.example', 'transport': 'webtransport'},
                     {'url': 'https://a.example', 'transport': 'quic'}]}}},
                  'b': {'roles': {'relay': {'remote': [{'url': 'moqt://b.example', 'transport': 'webtransport'}]}}},
                  'c': {'roles': {'relay': {'remote': [{'url': 'moqt://c.example', 'transport': 'quic'}]}}}}}""");

        assertThat(texts(moqt))
                .containsExactly(
                        "moqt.json:4: 'a': a https:// URL is transport 'webtransport', not 'quic';"
                                + " change the transport or the URL",
                        "moqt.json:5: 'b': a moqt:// URL is transport 'quic', not 'webtransport';"
                                + " change the transport or the URL");
        assertThat(moqt.implementations()).extracting(Implementation::name).containsExactly("c");
    }

    @Test
    void aVariableWithAnInvalidNameIsRefused() {
        var moqt = read("moqt.json", """
                {'version': '1.1', 'implementations': {'a': {'roles': {'client': {'docker': {'image': 'i', 'env': {
                  'GOOD.name-1': '',
                  '': 'x',
                  'A=B': 'x',
                  'BAD NAME': 'x'}}}}}}}""");

        assertThat(texts(moqt))
                .containsExactly(
                        "moqt.json:3: 'a': name is empty; write it like 'RUST_LOG'",
                        "moqt.json:4: 'a': name 'A=B' does not fit; write it like 'RUST_LOG'",
                        "moqt.json:5: 'a': name 'BAD NAME' does not fit; write it like 'RUST_LOG'");
    }

    /** The QUIC runner's format also allows other names. */
    @Test
    void namesOfTheMoqtRunnersFormatAreLowerCaseLettersDigitsAndHyphens() {
        var names = List.of("Bad_Key", "9lives", "a.b", "good-1");
        var moqt = read(
                "moqt.json",
                "{'version': '1.1', 'implementations': {'_note': 'x',\n%s}}"
                        .formatted(names.stream()
                                .map("'%s': {'roles': {'relay': {}}}"::formatted)
                                .collect(joining(",\n"))));
        var quic = read(
                "implementations_quic.json",
                "{%s}"
                        .formatted(names.stream()
                                .map("'%s': {'image': 'i', 'role': 'both'}"::formatted)
                                .collect(joining(","))));

        assertThat(texts(moqt))
                .containsExactly(
                        "moqt.json:2: 'Bad_Key': name 'Bad_Key' does not fit; write it like 'moq-rs'",
                        "moqt.json:3: '9lives': name '9lives' does not fit; write it like 'moq-rs'",
                        "moqt.json:4: 'a.b': name 'a.b' does not fit; write it like 'moq-rs'");
        assertThat(moqt.implementations()).extracting(Implementation::name).containsExactly("good-1");
        assertThat(quic.problems()).isEmpty();
    }

    private Path resource(String name) {
        return Path.of("src/test/resources/dev/interop/registry", name);
    }
}
