package dev.interop.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.interop.UserError;
import dev.interop.config.ParameterSource;
import dev.interop.config.Settings;
import dev.interop.plan.Cell;
import dev.interop.run.Matrix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns classes and unique ids into matrices and their cells. Reads registries; needs no container engine. */
final class MatrixResolver implements SelectorResolver {
    private final ConfigurationParameters configuration;

    MatrixResolver(ConfigurationParameters configuration) {
        this.configuration = configuration;
    }

    /** Whether a class is a matrix. */
    static boolean isMatrix(Class<?> candidate) {
        return AnnotationSupport.isAnnotated(candidate, InteropTest.class) && !candidate.isAnnotation();
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return isMatrix(selector.getJavaClass()) ? matrix(selector.getJavaClass(), context) : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        return selector instanceof PlannedMatrix it
                ? matrix(
                        context,
                        parent -> new MatrixDescriptor(parent.getUniqueId(), it.testClass(), it.settings(), it.plan()))
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        var id = selector.getUniqueId();
        return broken(id, context).map(it -> Resolution.selectors(Set.of(it))).orElseGet(() -> resolve(id, context));
    }

    /** Selects the class of a cell whose matrix cannot be planned, so that it fails for the reason. */
    private static Optional<DiscoverySelector> broken(UniqueId id, Context context) {
        var segments = id.getSegments();
        if (segments.size() <= 2 || !segments.get(1).getType().equals(MatrixDescriptor.SEGMENT)) {
            return Optional.empty();
        }
        var matrix = id;
        while (matrix.getSegments().size() > 2) {
            matrix = matrix.removeLastSegment();
        }
        var selector = selectUniqueId(matrix);
        var found = new ArrayList<DiscoverySelector>();
        context.addToParent(() -> selector, parent -> {
            if (parent instanceof BrokenMatrixDescriptor) {
                found.add(selector);
            }
            return Optional.empty();
        });
        return found.stream().findFirst();
    }

    private Resolution resolve(UniqueId id, Context context) {
        var segment = id.getLastSegment();
        return switch (segment.getType()) {
            case MatrixDescriptor.SEGMENT ->
                ReflectionSupport.tryToLoadClass(segment.getValue())
                        .toOptional()
                        .filter(MatrixResolver::isMatrix)
                        .map(it -> matrix(it, context))
                        .orElseGet(Resolution::unresolved);
            case GroupDescriptor.SERVER -> server(id, context);
            case GroupDescriptor.CLIENT -> client(id, context);
            case CellDescriptor.SEGMENT -> cell(id, context);
            case VerdictDescriptor.SEGMENT -> verdict(id, context);
            case SubtestDescriptor.SEGMENT -> subtest(id, context);
            default -> Resolution.unresolved();
        };
    }

    private Resolution matrix(Class<?> testClass, Context context) {
        return matrix(context, parent -> plan(parent, testClass));
    }

    private static Resolution matrix(Context context, Function<TestDescriptor, TestDescriptor> made) {
        return context.addToParent(parent -> Optional.of(made.apply(parent)))
                .map(descriptor -> Resolution.match(Match.exact(descriptor, () -> servers(descriptor))))
                .orElseGet(Resolution::unresolved);
    }

    private TestDescriptor plan(TestDescriptor parent, Class<?> testClass) {
        try {
            var annotation = AnnotationSupport.findAnnotation(testClass, InteropTest.class)
                    .orElseThrow();
            var settings = Settings.read(ParameterSource.of(System.getProperties())
                    .or(ParameterSource.byKey(configuration::get))
                    .or(new AnnotationSource(annotation)));
            var matrix = Matrix.read(settings);
            return new MatrixDescriptor(parent.getUniqueId(), testClass, settings, matrix.plan());
        } catch (UserError e) {
            // Not an issue of discovery: build tools break off at one, and run no engine's tests.
            return new BrokenMatrixDescriptor(parent.getUniqueId(), testClass, e);
        }
    }

    private Resolution server(UniqueId id, Context context) {
        var name = id.getLastSegment().getValue();
        return context.addToParent(
                        () -> selectUniqueId(id.removeLastSegment()),
                        parent -> Optional.of(parent)
                                .filter(MatrixDescriptor.class::isInstance)
                                .map(MatrixDescriptor.class::cast)
                                .filter(it -> it.plan().servers().stream()
                                        .anyMatch(server -> server.name().equals(name)))
                                .map(it -> new GroupDescriptor(it.getUniqueId(), GroupDescriptor.SERVER, name)))
                .map(it -> Resolution.match(Match.exact(it, () -> clients(it))))
                .orElseGet(Resolution::unresolved);
    }

    private Resolution client(UniqueId id, Context context) {
        var name = id.getLastSegment().getValue();
        return context.addToParent(
                        () -> selectUniqueId(id.removeLastSegment()),
                        parent -> matrixOf(parent)
                                .filter(it -> it.plan().clients().stream()
                                        .anyMatch(client -> client.name().equals(name)))
                                .map(it -> new GroupDescriptor(parent.getUniqueId(), GroupDescriptor.CLIENT, name)))
                .map(it -> Resolution.match(Match.exact(it, () -> cells(it))))
                .orElseGet(Resolution::unresolved);
    }

    private Resolution cell(UniqueId id, Context context) {
        return context.addToParent(
                        () -> selectUniqueId(id.removeLastSegment()),
                        parent -> matrixOf(parent)
                                .flatMap(matrix -> pair(matrix, parent).stream()
                                        .filter(it -> it.title()
                                                .equals(id.getLastSegment().getValue()))
                                        .findFirst()
                                        .map(it -> CellDescriptor.of(parent.getUniqueId(), matrix, it))))
                .map(it -> Resolution.match(Match.exact(it, () -> parts(it))))
                .orElseGet(Resolution::unresolved);
    }

    private Resolution verdict(UniqueId id, Context context) {
        return context.addToParent(
                        () -> selectUniqueId(id.removeLastSegment()),
                        parent -> Optional.of(parent)
                                .filter(CellDescriptor.class::isInstance)
                                .map(CellDescriptor.class::cast)
                                .filter(it -> !it.partNames().isEmpty())
                                .map(VerdictDescriptor::new)
                                .filter(it -> it.getUniqueId().equals(id)))
                .map(it -> Resolution.match(Match.exact(it)))
                .orElseGet(Resolution::unresolved);
    }

    /**
     * Selects a part of a cell by id. A part that is known beforehand has a descriptor; for any other, the cell runs
     * and waits for the client to report it.
     */
    private Resolution subtest(UniqueId id, Context context) {
        var name = id.getLastSegment().getValue();
        var part = context.addToParent(
                () -> selectUniqueId(id.removeLastSegment()),
                parent -> Optional.of(parent)
                        .filter(CellDescriptor.class::isInstance)
                        .map(CellDescriptor.class::cast)
                        .filter(it -> it.getUniqueId().equals(id.removeLastSegment()))
                        .filter(it -> it.partNames().contains(name))
                        .map(it -> SubtestDescriptor.of(
                                it.getUniqueId(), it, List.of(name), TestDescriptor.Type.CONTAINER_AND_TEST)));
        if (part.isPresent()) {
            return Resolution.match(Match.exact(part.get()));
        }
        var path = new ArrayDeque<String>();
        var above = id;
        while (above.getLastSegment().getType().equals(SubtestDescriptor.SEGMENT)) {
            path.addFirst(above.getLastSegment().getValue());
            above = above.removeLastSegment();
        }
        var cell = selectUniqueId(above);
        context.addToParent(() -> cell, parent -> {
            if (parent instanceof CellDescriptor it) {
                it.await(List.copyOf(path));
            }
            return Optional.empty();
        });
        return Resolution.selectors(Set.of(cell));
    }

    private static Set<DiscoverySelector> parts(CellDescriptor cell) {
        var children = new LinkedHashSet<DiscoverySelector>();
        if (!cell.partNames().isEmpty()) {
            children.add(selectUniqueId(cell.getUniqueId().append(VerdictDescriptor.SEGMENT, VerdictDescriptor.NAME)));
        }
        cell.partNames()
                .forEach(it -> children.add(selectUniqueId(cell.getUniqueId().append(SubtestDescriptor.SEGMENT, it))));
        return children;
    }

    private static Set<DiscoverySelector> servers(TestDescriptor descriptor) {
        var children = new LinkedHashSet<DiscoverySelector>();
        if (descriptor instanceof MatrixDescriptor matrix) {
            matrix.plan()
                    .servers()
                    .forEach(it -> children.add(
                            selectUniqueId(matrix.getUniqueId().append(GroupDescriptor.SERVER, it.name()))));
        }
        return children;
    }

    private static Set<DiscoverySelector> clients(TestDescriptor server) {
        var children = new LinkedHashSet<DiscoverySelector>();
        matrixOf(server)
                .ifPresent(matrix -> matrix.plan()
                        .clients()
                        .forEach(it -> children.add(
                                selectUniqueId(server.getUniqueId().append(GroupDescriptor.CLIENT, it.name())))));
        return children;
    }

    private static Set<DiscoverySelector> cells(TestDescriptor client) {
        var children = new LinkedHashSet<DiscoverySelector>();
        matrixOf(client)
                .ifPresent(matrix -> pair(matrix, client)
                        .forEach(it -> children.add(
                                selectUniqueId(client.getUniqueId().append(CellDescriptor.SEGMENT, it.title())))));
        return children;
    }

    /** The cells of a client's group, which is below its server's. */
    private static List<Cell> pair(MatrixDescriptor matrix, TestDescriptor client) {
        return client.getParent()
                .filter(GroupDescriptor.class::isInstance)
                .map(server -> matrix.cells(name(client), name(server)))
                .orElse(List.of());
    }

    private static Optional<MatrixDescriptor> matrixOf(TestDescriptor descriptor) {
        for (var it = Optional.of(descriptor); it.isPresent(); it = it.get().getParent()) {
            if (it.get() instanceof MatrixDescriptor matrix) {
                return Optional.of(matrix);
            }
        }
        return Optional.empty();
    }

    private static String name(TestDescriptor group) {
        return group.getUniqueId().getLastSegment().getValue();
    }
}
