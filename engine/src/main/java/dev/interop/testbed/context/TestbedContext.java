package dev.interop.testbed.context;

import dev.interop.protocol.Protocols;
import dev.interop.testbed.certificates.CertificateAuthority;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ImageFinder;
import dev.interop.testbed.mount.MountedFiles;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The resources and settings that all cells of a testbed share.
 *
 * @param engine runs the containers
 * @param options how the testbed is set up
 * @param owner the owner, whose labels everything gets
 * @param images finds images, each once
 * @param certificates creates the certificates of the endpoints
 * @param memoryLock whether containers may lock memory
 * @param secret the source of values that no endpoint may predict
 * @param machine time, threads and disk
 * @param containers the number of containers named so far
 * @param mounts copies files of the user's machine into containers
 */
@API(status = Status.INTERNAL)
public record TestbedContext(
        ContainerBackend engine,
        TestbedOptions options,
        Owner owner,
        ImageFinder images,
        CertificateAuthority certificates,
        MemoryLock memoryLock,
        SecureRandom secret,
        Machine machine,
        AtomicLong containers,
        MountedFiles mounts) {
    /** The context of a new testbed. */
    public static TestbedContext of(ContainerBackend engine, TestbedOptions options, Owner owner, Machine machine) {
        var limits = options.limits();
        var available =
                limits.withCpus(Math.min(limits.cpus(), engine.facts().machine().cpus()));
        return new TestbedContext(
                engine,
                options.withLimits(available),
                owner,
                new ImageFinder(engine, options.pull()),
                new CertificateAuthority(new SecureRandom(), machine.clock(), ServerNames.of(Protocols.installed())),
                new MemoryLock(),
                new SecureRandom(),
                machine,
                new AtomicLong(),
                new MountedFiles(engine, options.progress()));
    }

    /** The most processors that a container gets. */
    public double cpus() {
        return options.limits().cpus();
    }

    /** The time for durations and limits. */
    public MonotonicTime time() {
        return machine.time();
    }

    /** The clock for moments that are compared with captures. */
    public Clock clock() {
        return machine.clock();
    }

    /** The threads for concurrent work. */
    public ExecutorService threads() {
        return machine.threads();
    }

    /** A name that no other container has. */
    public String containerName(String suffix) {
        return "interop-" + owner.session() + "-" + containers.incrementAndGet() + "-" + suffix;
    }
}
