package dev.interop.testbed.context;

import dev.interop.testbed.certificates.CertificateAuthority;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ImageFinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** What all cells of a testbed share. */
public record TestbedContext(
        ContainerBackend engine,
        TestbedOptions options,
        Owner owner,
        ImageFinder images,
        CertificateAuthority certificates,
        MemoryLock memoryLock,
        SecureRandom secret,
        Clock clock,
        ExecutorService threads,
        AtomicLong containers,
        double cpus) {
    /** A name that no other container has. */
    public String containerName(String part) {
        return "interop-" + owner.session() + "-" + containers.incrementAndGet() + "-" + part;
    }
}
