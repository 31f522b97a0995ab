package dev.interop.testbed.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.AttachContainerCmd;
import java.io.InputStream;
import java.util.List;

/** The input and output of containers and of commands in them. */
final class ContainerStreams {
    private final DockerClient client;
    private final Deadline within;
    private final OpenCallbacks open;

    ContainerStreams(DockerClient client, Deadline within, OpenCallbacks open) {
        this.client = client;
        this.within = within;
        this.open = open;
    }

    /** Streams a container's output from its first line on; to be called before it starts. */
    OutputStreaming attach(String id, OutputSink sink) {
        return attach(client.attachContainerCmd(id), sink);
    }

    /** Like {@link #attach(String, OutputSink)}, with a stream as standard input. */
    OutputStreaming attach(String id, InputStream stdin, OutputSink sink) {
        return attach(client.attachContainerCmd(id).withStdIn(stdin), sink);
    }

    private OutputStreaming attach(AttachContainerCmd command, OutputSink sink) {
        var output = new Output(sink);
        return within.call(Deadline.SHORT, "attaching to a container", () -> {
            command.withStdOut(true).withStdErr(true).withFollowStream(true).exec(output);
            open.add(output, output.ended());
            output.awaitStarted();
            return output;
        });
    }

    /**
     * Begins a command in a running container.
     *
     * @param user the number of the user who runs it
     * @param sink gets its output; may block, which makes the command wait
     */
    Execution execute(String id, List<String> command, String user, OutputSink sink) {
        return within.call(Deadline.SHORT, "executing in a container", () -> {
            var execution = client.execCreateCmd(id)
                    .withCmd(command.toArray(String[]::new))
                    .withUser(user)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            var output = new Output(sink);
            client.execStartCmd(execution).exec(output);
            open.add(output, output.ended());
            return new Execution(execution, output);
        });
    }

    /** The exit code of a command whose output has ended. */
    int exitCode(Execution execution) {
        return within.call(Deadline.SHORT, "asking for an exit code", () -> {
            var code = client.inspectExecCmd(execution.id()).exec().getExitCodeLong();
            if (code == null) {
                throw new EngineFailure(EngineFailure.Kind.LOST, "a command's output broke off before its end");
            }
            return code.intValue();
        });
    }
}
