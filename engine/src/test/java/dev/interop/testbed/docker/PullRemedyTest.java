package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullRemedyTest {
    /** Messages of Docker Engine. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no matching manifest for linux/amd64 in the manifest list entries | other platforms only
            pull access denied for example/x, repository does not exist or may require 'docker login' | docker login
            unauthorized: authentication required | docker login
            manifest for example.org/x:2 not found: manifest unknown: manifest unknown | check name and tag
            Get "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused | was not reached
            Get "https://example.org/v2/": dial tcp: lookup example.org: no such host | was not reached
            Get "https://example.org/v2/": x509: certificate signed by unknown authority | trusted certificates
            the registry did not deliver within 10 minutes | was not reached
            """)
    void whatHelpsDependsOnTheEnginesMessage(String message, String remedy) {
        assertThat(PullRemedy.of(message)).contains(remedy);
    }
}
