package dev.interop.testbed.context;

import dev.interop.testbed.certificates.CertificateAuthority;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ImageFinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What all cells of a testbed share.
 *
 * @param engine runs the containers
 * @param options how the testbed is set up
 * @param owner whose labels everything gets
 * @param images finds images, each once
 * @param certificates makes those of the endpoints
 * @param memoryLock whether containers may lock memory
 * @param secret makes what no endpoint may foresee
 * @param machine time, threads and disk
 * @param containers how many were named so far
 * @param cpus the most processors that a container gets
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
        double cpus) {
    /** The context of a new testbed. */
    public static TestbedContext of(ContainerBackend engine, TestbedOptions options, Owner owner, Machine machine) {
        return new TestbedContext(
                engine,
                options,
                owner,
                new ImageFinder(engine, options.pull()),
                new CertificateAuthority(new SecureRandom(), machine.clock()),
                new MemoryLock(),
                new SecureRandom(),
                machine,
                new AtomicLong(),
                Math.min(options.limits().cpus(), engine.facts().cpus()));
    }

    /** For durations and limits. */
    public MonotonicTime time() {
        return machine.time();
    }

    /** For moments that are laid beside captures. */
    public Clock clock() {
        return machine.clock();
    }

    /** For everything that is done at the same time. */
    public ExecutorService threads() {
        return machine.threads();
    }

    /** A name that no other container has. */
    public String containerName(String part) {
        return "interop-" + owner.session() + "-" + containers.incrementAndGet() + "-" + part;
    }
}
