package dev.interop.testbed.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassicDockerfileTest {
    private static final String MOUNT =
            "--mount=type=secret,id=ca,target=/etc/ssl/certs/ca-certificates.crt,required=false";

    @Test
    void anEarlyStageGetsTheBundleAsAFile() {
        var rewritten = ClassicDockerfile.of(
                "FROM a AS build\nRUN " + MOUNT + " \\\n    go build\nFROM b\nCOPY --from=build /x /x\n", true);

        assertThat(rewritten)
                .isEqualTo("FROM a AS build\nCOPY .interop-ca.pem /etc/ssl/certs/ca-certificates.crt\nRUN \\\n"
                        + "    go build\nFROM b\nCOPY --from=build /x /x\n");
    }

    @Test
    void theLastStageNeverGetsTheBundle() {
        var rewritten = ClassicDockerfile.of("FROM a\nRUN " + MOUNT + " pip install x\n", true);

        assertThat(rewritten).isEqualTo("FROM a\nRUN pip install x\n");
    }

    @Test
    void withoutABundleTheMountsAreLeftOut() {
        var rewritten = ClassicDockerfile.of(
                "FROM a AS b\nRUN --mount=type=cache,target=/c " + MOUNT + " make\nFROM scratch\n", false);

        assertThat(rewritten).isEqualTo("FROM a AS b\nRUN make\nFROM scratch\n");
    }
}
