package dev.interop.testbed.lane;

import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the sandboxes of one slot of a lane. */
final class SandboxMaker {
    private static final long MEMORY_BYTES = 64L << 20;
    private static final long PIDS = 64;

    private static final String RENEW = "renew";
    private static final String EMPTY = "empty";
    private static final Pattern SETTING = Pattern.compile("(?m)^setting ([a-z0-9_.]+)=(.*)$");

    private final TestbedContext context;
    private final String role;
    private final ImageFacts image;
    private final Networking own;
    private final Privilege privilege;
    private final List<String> folders;
    private volatile boolean renewable;

    /**
     * @param role the role of the containers that join, for names and messages
     * @param image has Perl and the tools to make a namespace
     * @param own the sandbox's own network
     * @param privilege of the agent
     * @param folders the folders that they share, such as {@code /logs}
     */
    SandboxMaker(
            TestbedContext context,
            String role,
            ImageFacts image,
            Networking own,
            Privilege privilege,
            List<String> folders) {
        this.context = context;
        this.role = role;
        this.image = image;
        this.own = own;
        this.privilege = privilege;
        this.folders = List.copyOf(folders);
        // The engine's resolver, which a network with a way out needs, is only in the namespace that the engine made.
        this.renewable = own instanceof Networking.Own;
    }

    String role() {
        return role;
    }

    List<String> folders() {
        return folders;
    }

    /** Whether the sandbox is like a new one, after its agent has made a new namespace and emptied the folders. */
    boolean renew(RunningSandbox sandbox) {
        return renewable && sandbox.agent().ask(RENEW).equals(sandbox.pristine());
    }

    /**
     * Makes a sandbox.
     *
     * @throws EngineFailure when it cannot be made
     */
    RunningSandbox make() {
        var command = Stream.concat(AgentConnection.COMMAND.stream(), folders.stream());
        var spec = new ContainerSpec(
                context.containerName(role + "-sandbox"),
                image.id(),
                context.owner().labels(),
                Program.of(command.toList()).withOpenInput(),
                own,
                privilege,
                new Resources(MEMORY_BYTES, PIDS, context.cpus()),
                folders);
        var agent = new AgentConnection(role + "'s sandbox", context.time());
        var id = agent.start(context.engine(), spec);
        var readOnly = context.engine().volumesOf(id).entrySet().stream()
                .filter(it -> SandboxFolders.READ_ONLY.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var pristine = firstState(agent);
        if (pristine.isEmpty()) {
            agent.end();
            context.engine().removeContainer(id);
            return make();
        }
        var sysctls = SETTING.matcher(pristine.get())
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
        return new RunningSandbox(id, agent, readOnly, sysctls, pristine.get());
    }

    /** The state of a new sandbox; empty if its agent cannot make namespaces, so that it must be made again without. */
    private Optional<String> firstState(AgentConnection agent) {
        if (!renewable) {
            return Optional.of(agent.ask(EMPTY));
        }
        try {
            return Optional.of(agent.ask(RENEW));
        } catch (EngineFailure e) {
            if (e.kind() != EngineFailure.Kind.REFUSED) {
                throw e;
            }
            renewable = false;
            context.options()
                    .progress()
                    .say(role + "'s sandbox is made again for each cell, which takes longer: " + e.getMessage());
            return Optional.empty();
        }
    }
}
