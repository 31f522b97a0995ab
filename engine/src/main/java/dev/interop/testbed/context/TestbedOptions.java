package dev.interop.testbed.context;

import dev.interop.NoteListener;
import dev.interop.testbed.docker.PullPolicy;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a test bed on a Docker Engine is set up.
 *
 * @param lanes how many cells may run at once
 * @param simulatorImage the simulator between the endpoints
 * @param sandboxImage the image of network sandboxes; if it is missing, or the simulator is not the product's own, each cell
 *     creates new network namespaces, which takes about 1.5 s longer
 * @param iperfImage the image of both ends of a TCP flow, for the cells that have one beside them
 * @param limits what each container may use
 * @param pull when images are fetched
 * @param startLimit how long the simulator may take until the client can begin; includes the server's start
 * @param environment variables that every endpoint gets, such as {@code CLIENT_PARAMS}
 * @param session the unique name of this run, for labels and names of everything that is created
 * @param progress gets notes for people
 */
@API(status = Status.INTERNAL)
public record TestbedOptions(
        int lanes,
        String simulatorImage,
        String sandboxImage,
        String iperfImage,
        ContainerLimits limits,
        PullPolicy pull,
        Duration startLimit,
        Map<String, String> environment,
        String session,
        NoteListener progress) {
    /** The time that a simulator has until the client can begin. */
    public static final Duration START_LIMIT = Duration.ofSeconds(40);

    public TestbedOptions {
        if (lanes < 1 || lanes > 50) {
            throw new IllegalArgumentException("1 to 50 lanes, not " + lanes);
        }
        if (!session.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "a session's name is 1 to 32 lower-case letters, digits or hyphens, not '" + session + "'");
        }
        environment = Map.copyOf(environment);
    }

    /** These options with this number of lanes. */
    public TestbedOptions withLanes(int number) {
        return new TestbedOptions(
                number,
                simulatorImage,
                sandboxImage,
                iperfImage,
                limits,
                pull,
                startLimit,
                environment,
                session,
                progress);
    }

    /** These options with another simulator. */
    public TestbedOptions withSimulatorImage(String image) {
        return new TestbedOptions(
                lanes, image, sandboxImage, iperfImage, limits, pull, startLimit, environment, session, progress);
    }

    /** These options with another image of network sandboxes. */
    public TestbedOptions withSandboxImage(String image) {
        return new TestbedOptions(
                lanes, simulatorImage, image, iperfImage, limits, pull, startLimit, environment, session, progress);
    }

    /** These options with another image of the ends of TCP flows. */
    public TestbedOptions withIperfImage(String image) {
        return new TestbedOptions(
                lanes, simulatorImage, sandboxImage, image, limits, pull, startLimit, environment, session, progress);
    }

    /** These options with other limits. */
    public TestbedOptions withLimits(ContainerLimits other) {
        return new TestbedOptions(
                lanes,
                simulatorImage,
                sandboxImage,
                iperfImage,
                other,
                pull,
                startLimit,
                environment,
                session,
                progress);
    }

    /** These options with another pull policy. */
    public TestbedOptions withPull(PullPolicy other) {
        return new TestbedOptions(
                lanes,
                simulatorImage,
                sandboxImage,
                iperfImage,
                limits,
                other,
                startLimit,
                environment,
                session,
                progress);
    }

    /** These options with another limit of the start. */
    public TestbedOptions withStartLimit(Duration limit) {
        return new TestbedOptions(
                lanes, simulatorImage, sandboxImage, iperfImage, limits, pull, limit, environment, session, progress);
    }

    /** These options with these variables for every endpoint. */
    public TestbedOptions withEnvironment(Map<String, String> variables) {
        return new TestbedOptions(
                lanes,
                simulatorImage,
                sandboxImage,
                iperfImage,
                limits,
                pull,
                startLimit,
                variables,
                session,
                progress);
    }

    /** These options with another listener. */
    public TestbedOptions withProgress(NoteListener listener) {
        return new TestbedOptions(
                lanes,
                simulatorImage,
                sandboxImage,
                iperfImage,
                limits,
                pull,
                startLimit,
                environment,
                session,
                listener);
    }
}
