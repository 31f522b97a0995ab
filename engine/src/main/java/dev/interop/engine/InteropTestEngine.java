package dev.interop.engine;

import dev.interop.run.DockerBackend;
import dev.interop.run.RunBackend;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * Runs protocol interoperability matrices as tests.
 *
 * <p>Selectors: class, package, class path root, module; unique id of the engine (all matrices in the folders of the
 * class path), a class, server, client or cell
 * ({@code [engine:interop]/[class:…]/[server:…]/[client:…]/[testcase:…]}); method of a class, by the name that reports
 * show; registry file (the matrix of its implementations), or a line of it (those of one implementation). Tags:
 * {@code protocol:…}, {@code server:…}, {@code client:…}, {@code test:…}. A cell's method name for filters is
 * {@code CLIENT × SERVER › TEST}. Jupiter's {@code @Disabled}, {@code @DisplayName} and {@code @Tag} apply to a class.
 * Parameters: see {@link dev.interop.config.Parameter}.
 *
 * <p>Needs JUnit Platform {@value PlatformVersion#OLDEST} or later. On an older one, each class of a matrix fails with
 * the version that is needed, and the tests of other engines run.
 */
@API(status = Status.EXPERIMENTAL)
public final class InteropTestEngine implements TestEngine {
    /** The engine's id. */
    public static final String ID = "interop";

    private final PlatformSupport support;

    /** Creates the engine for the platform's launcher; its cells run in containers. */
    public InteropTestEngine() {
        this(DockerBackend::open);
    }

    InteropTestEngine(RunBackend.Source backend) {
        this(PlatformVersion.current(), backend);
    }

    /**
     * Only {@link MatrixSupport} and what it uses may refer to types that an older platform lacks: with such a type in
     * this class, the platform could not load the engine, and would run no engine's tests.
     */
    InteropTestEngine(PlatformVersion platform, RunBackend.Source backend) {
        support = platform.isSupported() ? new MatrixSupport(backend) : new OldPlatformSupport(platform);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("dev.interop");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("interop-engine");
    }

    /** Reads the registries and lists the cells. Needs no container engine and changes nothing. */
    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        return support.discover(request, uniqueId);
    }

    /** Runs the matrices one after the other, each one's cells in its lanes. */
    @Override
    public void execute(ExecutionRequest request) {
        support.execute(request);
    }
}
