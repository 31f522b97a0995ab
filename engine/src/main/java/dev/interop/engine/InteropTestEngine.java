package dev.interop.engine;

import dev.interop.listener.RunListener;
import dev.interop.run.DockerBackend;
import dev.interop.run.RunBackend;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.store.Namespace;

/**
 * Runs protocol interoperability matrices as tests.
 *
 * <p>Selectors: class, package, class path root, module, and unique id of a class, server, client or cell
 * ({@code [engine:interop]/[class:…]/[server:…]/[client:…]/[testcase:…]}). Tags: {@code protocol:…},
 * {@code server:…}, {@code client:…}, {@code test:…}. A cell's method name for filters is
 * {@code CLIENT × SERVER › TEST}. Parameters: see {@link dev.interop.config.Parameter}.
 */
public final class InteropTestEngine implements TestEngine {
    /** The engine's id. */
    public static final String ID = "interop";

    /** Where in the launcher session's store a {@link RunListener} may stand that hears of every run. */
    public static final Namespace STORE = Namespace.create("dev.interop");

    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(MatrixResolver::isMatrix)
                    .addSelectorResolver(context -> new MatrixResolver(
                            context.getDiscoveryRequest().getConfigurationParameters(), context.getIssueReporter()))
                    .addTestDescriptorVisitor(context -> TestDescriptor::prune)
                    .build();

    private final RunBackend.Source backend;

    /** The engine as the platform's launcher makes it: cells run in containers. */
    public InteropTestEngine() {
        this(DockerBackend::open);
    }

    InteropTestEngine(RunBackend.Source backend) {
        MissingLoggingBackend.accept();
        this.backend = backend;
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
        var root = new EngineDescriptor(uniqueId, "Interop Engine");
        RESOLVER.resolve(request, root);
        return root;
    }

    /** Runs the matrices one after the other, each one's cells in its lanes. */
    @Override
    public void execute(ExecutionRequest request) {
        var root = request.getRootTestDescriptor();
        var listener = request.getEngineExecutionListener();
        var cancellation = Cancellation.of(request);
        var further = Optional.ofNullable(request.getStore().get(STORE, RunListener.class, RunListener.class));
        listener.executionStarted(root);
        for (var matrix : root.getChildren()) {
            new MatrixExecution(matrix, listener, cancellation, further, backend).execute();
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }
}
