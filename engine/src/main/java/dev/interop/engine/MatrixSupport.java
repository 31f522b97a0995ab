package dev.interop.engine;

import dev.interop.listener.RunListener;
import dev.interop.run.RunBackend;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Finds and runs matrices on a platform that is new enough. */
final class MatrixSupport implements PlatformSupport {
    private static final EngineDiscoveryRequestResolver<EngineDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                    .addClassContainerSelectorResolver(MatrixClass::isMatrix)
                    .addSelectorResolver(context -> new MatrixResolver(new MatrixPlanning(
                            context.getDiscoveryRequest().getConfigurationParameters(), SurefireOption.given())))
                    .addTestDescriptorVisitor(context -> TestDescriptor::prune)
                    .build();

    private final RunBackend.Source backend;

    MatrixSupport(RunBackend.Source backend) {
        MissingLoggingBackend.accept();
        this.backend = backend;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId engine) {
        var root = new EngineDescriptor(engine, "Interop Engine");
        RESOLVER.resolve(WholeClassPath.of(request, engine), root);
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        var root = request.getRootTestDescriptor();
        var listener = request.getEngineExecutionListener();
        var cancellation = Cancellation.of(request);
        var further = Optional.ofNullable(
                request.getStore().get(SessionListener.NAMESPACE, RunListener.class, RunListener.class));
        listener.executionStarted(root);
        for (var matrix : root.getChildren()) {
            new MatrixExecution(matrix, listener, cancellation, further, backend).execute();
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }
}
