package dev.interop.run;

import static dev.interop.testing.VerdictAssert.assertThat;

import dev.interop.testing.VerdictAssert;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Images that are missing, lack their program or break the endpoint contract. */
@Tag("container")
@Timeout(180)
class UnusableImagesTest {
    @TempDir
    Path folder;

    @Test
    void cellsOfUnusableImagesAreNotRunWithTheProbe() {
        var matrix = matrix().run(true);

        cell(matrix, "good_good").succeeded();
        // One image with three environments: the cached result of one must not be used for another.
        cell(matrix, "good_ignores-unknown-testcase")
                .came(Outcome.SKIPPED, ReasonCode.NOT_COMPLIANT)
                .reads("ignores-unknown-testcase as client is not compliant");
        cell(matrix, "good_missing-binary")
                .error(ReasonCode.BINARY_MISSING)
                .reads("an-endpoint-that-was-never-installed: not found");
        cell(matrix, "good_absent").error(ReasonCode.IMAGE_MISSING).reads("localhost/interop-test/absent:1");
        cell(matrix, "absent_good").error(ReasonCode.IMAGE_MISSING);
    }

    @Test
    void theCellNamesTheMissingPartWithoutTheProbe() {
        var matrix = matrix().run(false);

        cell(matrix, "good_missing-binary")
                .error(ReasonCode.BINARY_MISSING)
                .because("an-endpoint-that-was-never-installed: not found")
                .inFile("client/stderr.log");
        cell(matrix, "missing-binary_good")
                .error(ReasonCode.BINARY_MISSING)
                .because("an-endpoint-that-was-never-installed: not found")
                .inFile("server/stderr.log");
        cell(matrix, "good_absent").error(ReasonCode.IMAGE_MISSING).reads("localhost/interop-test/absent:1");
        cell(matrix, "good_ignores-unknown-testcase").succeeded();
    }

    private RealMatrix matrix() {
        return new RealMatrix(folder)
                .with("good", "localhost/interop/faulty:local")
                .with("absent", "localhost/interop-test/absent:1")
                .withFaults("ignores-unknown-testcase", "missing-binary")
                .cells("good_good/handshake", "good_ignores-unknown-testcase/handshake")
                .cells("good_missing-binary/handshake", "missing-binary_good/handshake")
                .cells("good_absent/handshake", "absent_good/handshake");
    }

    private static VerdictAssert cell(RealMatrix matrix, String pair) {
        return assertThat(matrix.verdict(pair + "/handshake"));
    }
}
