package dev.interop.engine;

import static org.junit.platform.engine.support.discovery.SelectorResolver.Resolution.unresolved;

import dev.interop.UserError;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Fails each class of a matrix with the version that is needed. Uses only the API of JUnit Platform 1.10, which has no
 * discovery issues.
 */
final class OldPlatformSupport implements PlatformSupport {
    private final PlatformVersion platform;
    private final EngineDiscoveryRequestResolver<EngineDescriptor> resolver;

    OldPlatformSupport(PlatformVersion platform) {
        this.platform = platform;
        this.resolver = EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
                .addClassContainerSelectorResolver(MatrixClass::isMatrix)
                .addSelectorResolver(new MatrixClasses())
                .build();
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId engine) {
        var root = new EngineDescriptor(engine, "Interop Engine");
        resolver.resolve(request, root);
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        var root = request.getRootTestDescriptor();
        var listener = request.getEngineExecutionListener();
        listener.executionStarted(root);
        for (var matrix : root.getChildren()) {
            listener.executionStarted(matrix);
            listener.executionFinished(matrix, TestExecutionResult.failed(new HarnessFailure(platform.remedy())));
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    /** Selects classes; a unique id within a class selects that class. */
    private final class MatrixClasses implements SelectorResolver {
        @Override
        public Resolution resolve(ClassSelector selector, Context context) {
            return failing(selector.getJavaClass(), context);
        }

        @Override
        public Resolution resolve(UniqueIdSelector selector, Context context) {
            return selector.getUniqueId().getSegments().stream()
                    .filter(it -> it.getType().equals(MatrixIdentity.CLASS))
                    .findFirst()
                    .flatMap(it ->
                            ReflectionSupport.tryToLoadClass(it.getValue()).toOptional())
                    .map(it -> failing(it, context))
                    .orElseGet(Resolution::unresolved);
        }

        private Resolution failing(Class<?> testClass, Context context) {
            if (!MatrixClass.isMatrix(testClass)) {
                return unresolved();
            }
            return context.addToParent(parent -> Optional.of(new BrokenMatrixDescriptor(
                            MatrixIdentity.of(parent.getUniqueId(), testClass), new UserError(platform.remedy()))))
                    .map(it -> Resolution.match(Match.exact(it)))
                    .orElseGet(Resolution::unresolved);
        }
    }
}
