package dev.interop.engine;

import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import dev.interop.registry.Implementation;
import dev.interop.run.Matrix;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;

/** Plans the matrices of classes and registry files, from the parameters that are given. */
final class MatrixPlanning {
    private final ConfigurationParameters configuration;
    private final Optional<SurefireOption> selected;

    MatrixPlanning(ConfigurationParameters configuration, Optional<SurefireOption> selected) {
        this.configuration = configuration;
        this.selected = selected;
    }

    /** Plans a class. What cannot be planned is a container that fails with the reason. */
    TestDescriptor ofClass(MatrixIdentity identity) {
        var its = new MatrixClass(identity.testClass());
        return its.disabled()
                .<TestDescriptor>map(it -> new DisabledMatrixDescriptor(identity, it))
                .orElseGet(() -> planned(identity, () -> {
                    var annotation = AnnotationSupport.findAnnotation(its.type(), InteropTest.class)
                            .orElseThrow();
                    var matrix = planned(identity, given().or(new AnnotationSource(annotation)));
                    selected.ifPresent(it -> it.requireMatch(matrix));
                    return matrix;
                }));
    }

    /** Plans a registry file without a class: the matrix of its implementations. */
    TestDescriptor ofRegistry(MatrixIdentity identity) {
        return planned(identity, () -> {
            var file = identity.id().getLastSegment().getValue();
            var its = ParameterSource.byKey(it -> Optional.of(it)
                    .filter(MatrixParameters.REGISTRY.key()::equals)
                    .map(key -> file));
            var source = its.or(given());
            return planned(identity, source.or(protocolOf(source)));
        });
    }

    /** Whether a file is a registry, and not one of another engine's. */
    boolean isRegistry(Path file) {
        return Matrix.isRegistry(file);
    }

    /** The protocol of a file whose implementations have another than the default. */
    private static ParameterSource protocolOf(ParameterSource source) {
        var settings = Settings.read(source);
        var found = Matrix.registry(settings).implementations().stream()
                .map(Implementation::protocol)
                .distinct()
                .toList();
        return ParameterSource.byKey(it -> Optional.of(it)
                .filter(MatrixParameters.PROTOCOL.key()::equals)
                .filter(key ->
                        !found.isEmpty() && !found.contains(settings.cells().protocol()))
                .map(key -> found.get(0)));
    }

    private ParameterSource given() {
        return ParameterSource.of(System.getProperties())
                .or(ParameterSource.byKey(configuration::get, configuration.keySet(), "configuration parameter"));
    }

    private static MatrixDescriptor planned(MatrixIdentity identity, ParameterSource source) {
        var settings = Settings.read(source);
        return new MatrixDescriptor(identity, settings, Matrix.read(settings).plan());
    }

    /** An error is not an issue of discovery: build tools break off at one, and run no engine's tests. */
    private static TestDescriptor planned(MatrixIdentity identity, Supplier<TestDescriptor> made) {
        try {
            return made.get();
        } catch (UserError e) {
            return new BrokenMatrixDescriptor(identity, e);
        }
    }
}
