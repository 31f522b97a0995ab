package dev.interop.testbed;

import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Input;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.OutputSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A container that does nothing but own the network namespace of one part of a lane, which the part's containers join
 * one after the other. Connecting a container to a network is what takes longest in starting it: with three namespaces
 * that are kept, three containers start in 0.5 s instead of 2.1 s (Docker Engine 20.10, two busy processors) and stop in
 * 0.2 s instead of 0.8 s. After each use the namespace is put back as it was and looked at; if it is not as it was, it is
 * replaced, so that no endpoint finds what another one left.
 */
final class NamespaceHolder {
    private static final String PROGRAM = "namespace-keeper.pl";
    private static final Duration RUN_LIMIT = Duration.ofSeconds(20);
    private static final long MEMORY_BYTES = 64L << 20;
    private static final long PIDS = 64;

    private final Site site;
    private final String part;
    private final ImageFacts image;
    private final Networking own;
    private final Privilege privilege;
    private CompletableFuture<Held> held;
    private volatile boolean closed;

    NamespaceHolder(Site site, String part, ImageFacts image, Networking own, Privilege privilege) {
        this.site = site;
        this.part = part;
        this.image = image;
        this.own = own;
        this.privilege = privilege;
        this.held = CompletableFuture.supplyAsync(this::make, site.threads());
    }

    /**
     * A namespace that is as it was at first.
     *
     * @throws EngineFailure when it cannot be had
     */
    synchronized Networking join() {
        if (held.handle((namespace, thrown) -> thrown != null).join()) {
            held = CompletableFuture.completedFuture(make());
        }
        return Networking.joined(Together.join(held).id());
    }

    /**
     * Runs a program of the holder's image in the namespace.
     *
     * @throws EngineFailure when it fails
     */
    synchronized void run(List<String> command) {
        var said = new ByteArrayOutputStream();
        var execution = site.engine().execute(Together.join(held).id(), command, "0", OutputSink.into(said));
        if (!execution.output().finish(RUN_LIMIT) || site.engine().exitCode(execution) != 0) {
            throw new EngineFailure(
                    EngineFailure.Kind.LOST,
                    part + "'s network could not be prepared: "
                            + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** The container that joined has ended. */
    synchronized void left() {
        held = held.thenApplyAsync(this::putBack, site.threads());
    }

    private Held putBack(Held namespace) {
        try {
            if (closed || namespace.keeper().look().equals(namespace.pristine())) {
                return namespace;
            }
        } catch (EngineFailure e) {
            if (closed) {
                return namespace;
            }
            // Whatever became of it, it is replaced.
            site.options().progress().say(part + "'s network is made again: " + e.getMessage());
        }
        namespace.keeper().close();
        site.engine().removeContainer(namespace.id());
        return make();
    }

    /** The keeper ends; the container is removed with all of the run. */
    synchronized void close() {
        closed = true;
        held.thenAccept(it -> it.keeper().close());
    }

    private Held make() {
        var spec = new ContainerSpec(
                site.containerName(part + "-network"),
                image.id(),
                List.of("perl", "/" + PROGRAM),
                "",
                Map.of(),
                own,
                Input.OPEN,
                privilege,
                MEMORY_BYTES,
                PIDS,
                site.cpus(),
                site.owner().labels());
        var id = site.engine().create(spec, false);
        var keeper = new NamespaceKeeper();
        site.engine().copyIn(id, "/", new TarStream(List.of(TarSource.text(PROGRAM, program()))));
        site.engine().converse(id, keeper, keeper);
        site.engine().start(id);
        return new Held(id, keeper, keeper.look());
    }

    private static String program() {
        try (var program = NamespaceHolder.class.getResourceAsStream(PROGRAM)) {
            if (program == null) {
                throw new IllegalStateException(PROGRAM + " is not beside this class");
            }
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A namespace.
     *
     * @param id the container that owns it
     * @param keeper talks with the program in it
     * @param pristine what it was like at first
     */
    private record Held(String id, NamespaceKeeper keeper, String pristine) {}
}
