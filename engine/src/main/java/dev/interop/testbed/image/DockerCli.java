package dev.interop.testbed.image;

import dev.interop.UserError;
import dev.interop.testbed.docker.EngineHost;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Docker command, which builds images because the engine's plain API has no BuildKit secrets. The first command on
 * PATH may be a newer client without its build component, while that of the engine's package contains BuildKit.
 *
 * @param program its path
 * @param buildKit whether it can build with BuildKit
 * @param host the engine that it is used with
 */
record DockerCli(Path program, boolean buildKit, EngineHost host) {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** The first release in which BuildKit is a component of its own. */
    private static final int COMPONENT_SINCE = 23;

    /**
     * The best Docker command on this machine.
     *
     * @throws UserError when there is none
     */
    static DockerCli find(EngineHost host) {
        return find(host, path());
    }

    /**
     * The best Docker command in these folders.
     *
     * @param path the folders, as in the variable PATH
     * @throws UserError when there is none
     */
    static DockerCli find(EngineHost host, String path) {
        var usable = new ArrayList<DockerCli>();
        for (var program : programs(path)) {
            var version = new Command(
                            List.of(program.toString(), "version", "--format", "{{.Client.Version}}"),
                            Path.of("."),
                            host.variables())
                    .ask(ANSWER);
            if (!version.isEmpty()) {
                usable.add(new DockerCli(program, hasBuildKit(program, version), host));
            }
        }
        return usable.stream()
                .filter(DockerCli::buildKit)
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .orElseThrow(() ->
                        new UserError("no 'docker' command on PATH works with the container engine at " + host.address()
                                + ", and images are built with it: install docker.io (Debian) or docker-ce-cli and"
                                + " docker-buildx-plugin"));
    }

    /** The search path, including the folder of Debian's command, which contains BuildKit. */
    private static String path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("") + File.pathSeparator + Path.of("/usr/bin");
    }

    private static Set<Path> programs(String path) {
        var programs = new LinkedHashSet<Path>();
        Arrays.stream(path.split(File.pathSeparator))
                .filter(it -> !it.isEmpty())
                .map(it -> Path.of(it).resolve("docker"))
                .filter(Files::isExecutable)
                .forEach(programs::add);
        return programs;
    }

    private static boolean hasBuildKit(Path program, String version) {
        var major = version.replaceFirst("\\D.*", "");
        if (!major.isEmpty() && Integer.parseInt(major) < COMPONENT_SINCE) {
            return true;
        }
        return !new Command(List.of(program.toString(), "buildx", "version"), Path.of("."), Map.of())
                .ask(ANSWER)
                .isEmpty();
    }

    /** This command with these arguments. */
    Command command(Path folder, List<String> arguments) {
        var all = new ArrayList<String>();
        all.add(program.toString());
        all.addAll(arguments);
        return new Command(all, folder, env());
    }

    /** The environment for a script that uses this command. */
    Map<String, String> env() {
        var variables = new HashMap<>(host.variables());
        variables.put("DOCKER", program.toString());
        variables.put("DOCKER_BUILDKIT", buildKit ? "1" : "0");
        variables.put("BUILDKIT_PROGRESS", "plain");
        return Map.copyOf(variables);
    }
}
