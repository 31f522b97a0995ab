package dev.interop.cli.cpu;

import java.util.List;
import java.util.Set;

/**
 * What a process is in a run.
 *
 * @param name for people
 * @param ofRun whether it works for a run, or for containers of anybody else's, which look the same
 */
record ProcessKind(String name, boolean ofRun) {
    /** Programs of the machine that have nothing to do with containers. */
    static final ProcessKind OTHER = new ProcessKind("other programs of the machine", false);

    /** The process that measures. */
    static final ProcessKind THIS = new ProcessKind("interop (JVM)", true);

    private static final Set<String> ENGINES = Set.of("dockerd", "containerd", "podman", "conmon");
    private static final Set<String> INITS = Set.of("docker-init", "tini", "catatonit");
    private static final Set<String> RUNTIMES = Set.of("runc", "crun");
    private static final List<String> SCRIPTS = List.of("sandbox-agent", "lane-guard", "load-meter");

    /**
     * The kind of a process.
     *
     * @param kernelName the name that the kernel has of it
     * @param command its arguments; none if they cannot be read
     * @param inContainer whether a container's control group has it
     */
    static ProcessKind of(String kernelName, List<String> command, boolean inContainer) {
        var program = command.isEmpty() ? kernelName : fileName(command.get(0));
        if (RUNTIMES.contains(program) || kernelName.startsWith("runc")) {
            return ofRun("runc");
        }
        if (INITS.contains(program)) {
            return ofRun("docker-init");
        }
        if (inContainer) {
            return ofRun(contained(kernelName, program, command));
        }
        if (ENGINES.contains(program)) {
            return ofRun("dockerd and containerd");
        }
        if (program.startsWith("containerd-shim")) {
            return ofRun("containerd's shims");
        }
        if (program.startsWith("docker-")) {
            return ofRun("dockerd's helpers");
        }
        return command.stream().anyMatch(it -> it.endsWith(".cleanup.Watchdog")) ? ofRun("watchdog (JVM)") : OTHER;
    }

    private static String contained(String kernelName, String program, List<String> command) {
        if (program.equals("sim")) {
            return "simulator";
        }
        return SCRIPTS.stream()
                .filter(script -> command.stream().anyMatch(it -> it.contains(script)))
                .findFirst()
                // The kernel has the name of a script's interpreter, and of a thread pool's process.
                .orElse("in a container: " + (program.isEmpty() ? kernelName : program));
    }

    private static ProcessKind ofRun(String name) {
        return new ProcessKind(name, true);
    }

    private static String fileName(String path) {
        // Some programs write a whole sentence there.
        var word = path.split("[ :]", 2)[0];
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /** The children of such processes that ended before they could be looked at. */
    ProcessKind unseenChildren() {
        return ofRun ? ofRun(name + ": short-lived children") : OTHER;
    }
}
