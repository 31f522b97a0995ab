package dev.interop.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Turns classes, methods, registry files and unique ids into matrices and their cells. Needs no container engine. */
final class MatrixResolver implements SelectorResolver {
    private final MatrixPlanning planning;

    MatrixResolver(MatrixPlanning planning) {
        this.planning = planning;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        var testClass = selector.getJavaClass();
        return MatrixClass.isMatrix(testClass) ? matrix(testClass, context) : Resolution.unresolved();
    }

    /** Selects the tests whose source is this method, which is how IDEs and build tools name a test that has run. */
    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return ReflectionSupport.tryToLoadClass(selector.getClassName())
                .toOptional()
                .filter(MatrixClass::isMatrix)
                .map(testClass -> {
                    var whole = selectClass(testClass);
                    var found = new LinkedHashSet<DiscoverySelector>();
                    look(context, () -> whole, matrix -> {
                        if (matrix instanceof MatrixDescriptor it) {
                            MethodNames.ids(it, selector.getMethodName()).forEach(id -> found.add(selectUniqueId(id)));
                        } else {
                            found.add(whole);
                        }
                    });
                    return found.isEmpty() ? Resolution.unresolved() : Resolution.selectors(found);
                })
                .orElseGet(Resolution::unresolved);
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        var file = selector.getFile().toPath().toAbsolutePath().normalize();
        if (!planning.isRegistry(file)) {
            return Resolution.unresolved();
        }
        var line = selector.getPosition().map(it -> it.getLine());
        if (line.isEmpty()) {
            return registry(file, context);
        }
        var found = new LinkedHashSet<DiscoverySelector>();
        look(context, () -> new PlannedRegistry(file), matrix -> {
            if (matrix instanceof MatrixDescriptor it) {
                EntryLines.ids(it, file, line.get()).forEach(id -> found.add(selectUniqueId(id)));
            }
        });
        return found.isEmpty() ? registry(file, context) : Resolution.selectors(found);
    }

    @Override
    public Resolution resolve(DiscoverySelector selector, Context context) {
        if (selector instanceof PlannedRegistry it) {
            return registry(it.file(), context);
        }
        return selector instanceof PlannedMatrix it
                ? whole(context.addToParent(parent -> Optional.of(new MatrixDescriptor(
                        MatrixIdentity.of(parent.getUniqueId(), it.testClass()), it.settings(), it.plan()))))
                : Resolution.unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        var id = selector.getUniqueId();
        return unplanned(id, context)
                .map(it -> Resolution.selectors(Set.of(it)))
                .orElseGet(() -> resolve(id, context));
    }

    /** Selects the matrix of a cell that cannot be planned, so that it fails, or is skipped, for the reason. */
    private static Optional<DiscoverySelector> unplanned(UniqueId id, Context context) {
        var matrix = id;
        while (!MatrixIdentity.isMatrix(matrix.getLastSegment())
                && matrix.getSegments().size() > 1) {
            matrix = matrix.removeLastSegment();
        }
        if (matrix.equals(id) || !MatrixIdentity.isMatrix(matrix.getLastSegment())) {
            return Optional.empty();
        }
        var selector = selectUniqueId(matrix);
        var found = new LinkedHashSet<DiscoverySelector>();
        look(context, () -> selector, parent -> {
            if (parent instanceof UnplannedMatrix) {
                found.add(selector);
            }
        });
        return found.stream().findFirst();
    }

    private Resolution resolve(UniqueId id, Context context) {
        var segment = id.getLastSegment();
        return switch (segment.getType()) {
            case MatrixIdentity.CLASS ->
                ReflectionSupport.tryToLoadClass(segment.getValue())
                        .toOptional()
                        .filter(MatrixClass::isMatrix)
                        .map(it -> matrix(it, context))
                        .orElseGet(Resolution::unresolved);
            case MatrixIdentity.REGISTRY -> registry(Path.of(segment.getValue()), context);
            case GroupDescriptor.SERVER, GroupDescriptor.CLIENT, CellDescriptor.SEGMENT, VerdictDescriptor.SEGMENT ->
                whole(below(id, context));
            case SubtestDescriptor.SEGMENT -> {
                var known = below(id, context);
                yield known.isPresent() ? whole(known) : reported(id, context);
            }
            default -> Resolution.unresolved();
        };
    }

    private static Optional<TestDescriptor> below(UniqueId id, Context context) {
        return context.addToParent(
                () -> selectUniqueId(id.removeLastSegment()), parent -> MatrixTree.child(parent, id));
    }

    /** Selects a part of a cell that only its client knows: the cell runs and waits for it to be reported. */
    private static Resolution reported(UniqueId id, Context context) {
        var path = new ArrayDeque<String>();
        var above = id;
        while (above.getLastSegment().getType().equals(SubtestDescriptor.SEGMENT)) {
            path.addFirst(above.getLastSegment().getValue());
            above = above.removeLastSegment();
        }
        var cell = selectUniqueId(above);
        look(context, () -> cell, parent -> {
            if (parent instanceof CellDescriptor it) {
                it.await(List.copyOf(path));
            }
        });
        return Resolution.selectors(Set.of(cell));
    }

    private Resolution matrix(Class<?> testClass, Context context) {
        return whole(context.addToParent(
                parent -> known(parent, MatrixIdentity.of(parent.getUniqueId(), testClass), planning::ofClass)));
    }

    private Resolution registry(Path file, Context context) {
        return whole(context.addToParent(
                parent -> known(parent, MatrixIdentity.of(parent.getUniqueId(), file), planning::ofRegistry)));
    }

    private static Optional<TestDescriptor> known(
            TestDescriptor parent, MatrixIdentity identity, Function<MatrixIdentity, TestDescriptor> made) {
        return Optional.of(MatrixTree.existing(parent, identity.id()).orElseGet(() -> made.apply(identity)));
    }

    private static Resolution whole(Optional<TestDescriptor> found) {
        return found.map(it -> Resolution.match(Match.exact(it, () -> {
                    MatrixTree.fill(it);
                    return Set.of();
                })))
                .orElseGet(Resolution::unresolved);
    }

    /** Looks at what a selector stands for without selecting it. */
    private static void look(Context context, Supplier<DiscoverySelector> selector, Consumer<TestDescriptor> at) {
        context.addToParent(selector, parent -> {
            at.accept(parent);
            return Optional.empty();
        });
    }
}
