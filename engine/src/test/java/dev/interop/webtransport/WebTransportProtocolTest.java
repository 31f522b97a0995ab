package dev.interop.webtransport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.ContractCase;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.PublishedFile;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.registry.Role;
import dev.interop.verdict.Check;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebTransportProtocolTest {
    private final WebTransportProtocol webTransport = new WebTransportProtocol();

    @Test
    void theWebTransportProtocolIsFoundAsAService() {
        assertThat(Protocols.installed().named("webtransport")).isInstanceOf(WebTransportProtocol.class);
    }

    @Test
    void theReleaseThatAnEndpointSaysIsPublished() {
        assertThat(PublishedFile.of(Path.of("client", "version.txt"), webTransport.publishedFiles()))
                .hasValueSatisfying(it -> assertThat(it.isText()).isTrue());
        assertThat(PublishedFile.of(Path.of("sim", "version.txt"), webTransport.publishedFiles()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"client, The client writes down", "server, The server writes down"})
    void aCheckAsksForSeveralSessionsAndForTheProtocolOfTheCheckedRole(Role role, String rule) {
        var cases = webTransport.contractCases(role);

        assertThat(cases).extracting(ContractCase::section).containsExactly("5.1", "5.4");
        assertThat(cases)
                .extracting(it -> it.test().name())
                .doesNotContainAnyElementsOf(
                        webTransport.testCases().stream().map(TestCase::name).toList());
        assertThat(cases.get(0).test().folders()).isEqualTo(2);
        assertThat(cases.get(0).test().checks())
                .extracting(Check::rule)
                .contains("The server makes exactly 1 handshake");
        assertThat(cases.get(1).test().checks())
                .singleElement()
                .satisfies(it -> assertThat(it.rule()).startsWith(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "handshake,                       H,  handshake,                       handshake,                    server,"
                + " 0,   0",
        "transfer-unidirectional-receive, UR, transfer-unidirectional-receive, transfer,                     server,"
                + " 5,   4016128",
        "transfer-unidirectional-send,    US, transfer,                        transfer-unidirectional-send, client,"
                + " 5,   4016128",
        "transfer-bidirectional-receive,  BR, transfer-bidirectional-receive,  transfer,                     server,"
                + " 5,   4016128",
        "transfer-bidirectional-send,     BS, transfer,                        transfer-bidirectional-send,  client,"
                + " 5,   4016128",
        "transfer-datagram-receive,       DR, transfer-datagram-receive,       transfer,                     server,"
                + " 200, 159800",
        "transfer-datagram-send,          DS, transfer,                        transfer-datagram-send,       client,"
                + " 200, 159800"
    })
    void eachTestCaseHasTheFilesAndNamesOfItsSpecification(
            String name, String letter, String client, String server, Role from, int files, long bytes) {
        var test = webTransport.testCase(name).orElseThrow();

        assertThat(test.letter()).isEqualTo(letter);
        assertThat(test.clientTestcase()).isEqualTo(client);
        assertThat(test.serverTestcase()).isEqualTo(server);
        assertThat(test.servedBy()).isEqualTo(from);
        assertThat(test.files()).hasSize(files);
        assertThat(test.files().stream().mapToLong(TestFile::size).sum()).isEqualTo(bytes);
        assertThat(test.checks()).extracting(Check::rule).contains("The server makes exactly 1 handshake");
    }
}
