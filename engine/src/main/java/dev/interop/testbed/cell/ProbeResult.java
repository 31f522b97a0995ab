package dev.interop.testbed.cell;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.Fault;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The response of an implementation to an unknown test case.
 *
 * @param compliant whether it ended by itself with exit code 127
 * @param image the image's id ({@code sha256:…}), empty when it is missing
 * @param ending how its container ended
 * @param testcase the random value of TESTCASE
 * @param fault the reason why it could not be started, if any
 */
@API(status = Status.INTERNAL)
public record ProbeResult(
        boolean compliant,
        Optional<String> image,
        Optional<ContainerEnd> ending,
        String testcase,
        Optional<Fault> fault) {}
