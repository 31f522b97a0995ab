package dev.interop.testbed.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    private static final BuildLog.Remedies REMEDIES = new BuildLog.Remedies("it", "try again");

    @TempDir
    Path folder;

    @Test
    void theStepThatFailedIsNamed() throws IOException {
        assertThat(problem("#5 sha256\n------\n > [build 2/4] RUN make:\n#6 0.1 no rule\n------\nfailed to solve: x\n"))
                .contains("failed (exit code 1) in step [build 2/4] RUN make;")
                .contains("failed to solve: x");
    }

    @Test
    void theClassicBuildersStepIsNamed() throws IOException {
        assertThat(problem("Step 1/3 : FROM a\n ---> 1\nStep 2/3 : RUN false\nThe command returned 1\n"))
                .contains("in step [2/3] RUN false;");
    }

    @Test
    void anUntrustedCertificateHasTheCaAsItsRemedy() throws IOException {
        assertThat(problem("tls: failed to verify certificate: x509: certificate signed by unknown authority\n"))
                .contains("give its CA with it");
    }

    @Test
    void aProxyThatIsNotReachedIsNamedInOneLine() throws IOException {
        var log = Files.writeString(folder.resolve("log"), "E: Unable to connect to 127.0.0.1:3128:\nfailed\n");

        assertThat(new BuildLog(log, REMEDIES).remedy())
                .contains("not 127.0.0.1")
                .endsWith("; log: " + log)
                .doesNotContain("\n");
    }

    @Test
    void aFullDiskIsNamed() throws IOException {
        assertThat(problem("write /x: no space left on device\n")).contains("the disk is full");
    }

    @Test
    void aMissingBuildLogIsNoError() {
        assertThat(new BuildLog(folder.resolve("none"), REMEDIES).problem(3)).startsWith("failed (exit code 3); try");
    }

    private String problem(String text) throws IOException {
        var log = Files.writeString(folder.resolve("log"), text);
        return new BuildLog(log, REMEDIES).problem(1);
    }
}
