package dev.interop.cli.check;

import dev.interop.recording.ContainerEnd;
import dev.interop.testbed.docker.ContainerProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stop of an implementation.
 *
 * @param ending the way it ended
 * @param running the processes in its container right before; empty if they are unknown
 */
record Stop(ContainerEnd ending, List<ContainerProcess> running) {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "busybox", "ksh", "zsh");
    private static final Set<String> INITS = Set.of("docker-init", "tini", "catatonit", "init");

    /** The programs of the base image that a start script calls before its own program. */
    private static final Set<String> BEFORE = Set.of("wait-for-it.sh", "setup.sh");

    /** The bit of SIGTERM in a mask of signals. */
    private static final long TERM = 1L << (15 - 1);

    Stop {
        running = List.copyOf(running);
    }

    /**
     * The program that the signal did not reach, if any: it was started by a shell that received the signal and has no
     * handler for it. The init process forwards the signal to its first child only.
     */
    Optional<String> keptFrom() {
        return first().filter(it -> SHELLS.contains(name(it)) && (it.caught() & TERM) == 0)
                .flatMap(it -> children(it)
                        .filter(child -> words(child).map(Stop::last).noneMatch(BEFORE::contains))
                        // In a pipe, the shell forks itself for each part.
                        .filter(child -> !child.command().equals(it.command()))
                        .findFirst())
                .map(Stop::name);
    }

    /** The process that receives a signal to the container. */
    private Optional<ContainerProcess> first() {
        return running.stream()
                .filter(it -> running.stream().noneMatch(other -> other.pid() == it.parent()))
                .findFirst()
                .flatMap(it -> INITS.contains(name(it)) ? children(it).findFirst() : Optional.of(it));
    }

    private Stream<ContainerProcess> children(ContainerProcess parent) {
        return running.stream()
                .filter(it -> it.parent() == parent.pid() && !it.state().startsWith("Z"));
    }

    private static String name(ContainerProcess process) {
        var name = last(words(process).findFirst().orElse(""));
        return name.startsWith("-") ? name.substring(1) : name;
    }

    private static Stream<String> words(ContainerProcess process) {
        return Arrays.stream(process.command().strip().split("\\s+"));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
