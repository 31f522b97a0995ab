package dev.interop.engine;

import dev.interop.plan.Cell;
import dev.interop.registry.Implementation;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestDescriptor.Type;
import org.junit.platform.engine.UniqueId;

/**
 * The descriptors below a matrix. A matrix or group that is selected as a whole is filled here rather than by a selector for each descriptor:
 * the platform keeps all selectors and their results, which for many cells is most of the memory and time.
 */
final class MatrixTree {
    private MatrixTree() {}

    /** Adds whatever this descriptor has below it that is not there yet. */
    static void fill(TestDescriptor descriptor) {
        if (descriptor instanceof MatrixDescriptor matrix) {
            matrix.plan().servers().forEach(it -> fill(child(matrix, server(matrix, it))));
        } else if (descriptor instanceof GroupDescriptor group && isServer(group)) {
            matrixOf(group)
                    .ifPresent(matrix -> matrix.plan().clients().stream()
                            .filter(it -> !matrix.cells(it.name(), name(group)).isEmpty())
                            .forEach(it -> fill(child(group, client(group, it)))));
        } else if (descriptor instanceof GroupDescriptor group) {
            matrixOf(group)
                    .ifPresent(matrix -> cells(group).forEach(it -> fill(child(group, cell(group, matrix, it)))));
        } else if (descriptor instanceof CellDescriptor cell
                && !cell.partNames().isEmpty()) {
            child(cell, new VerdictDescriptor(cell));
            cell.partNames().forEach(it -> child(cell, part(cell, it)));
        }
    }

    /** The child with this one's id that {@code parent} has already, else this one, which is added. */
    private static TestDescriptor child(TestDescriptor parent, TestDescriptor made) {
        // Most parents have none yet; a look-up for each of many cells would be quadratic.
        if (!parent.getChildren().contains(made)) {
            parent.addChild(made);
            return made;
        }
        return existing(parent, made.getUniqueId()).orElseThrow();
    }

    /**
     * The child of this id: the one that is there, or a new one, which is not added.
     *
     * @return empty if the plan has nothing of this id
     */
    static Optional<TestDescriptor> child(TestDescriptor parent, UniqueId id) {
        return existing(parent, id).or(() -> made(parent, id));
    }

    /** The child of this id that is there. */
    static Optional<TestDescriptor> existing(TestDescriptor parent, UniqueId id) {
        return parent.getChildren().stream()
                .filter(it -> it.getUniqueId().equals(id))
                .map(TestDescriptor.class::cast)
                .findFirst();
    }

    private static Optional<TestDescriptor> made(TestDescriptor parent, UniqueId id) {
        var name = id.getLastSegment().getValue();
        return switch (id.getLastSegment().getType()) {
            case GroupDescriptor.SERVER ->
                matrixOf(parent)
                        .filter(it -> it == parent)
                        .flatMap(matrix -> named(matrix.plan().servers(), name).map(it -> server(matrix, it)));
            case GroupDescriptor.CLIENT ->
                matrixOf(parent)
                        .filter(it -> isServer(parent))
                        .filter(matrix -> !matrix.cells(name, name(parent)).isEmpty())
                        .flatMap(matrix -> named(matrix.plan().clients(), name))
                        .map(it -> client(parent, it));
            case CellDescriptor.SEGMENT ->
                matrixOf(parent)
                        .flatMap(matrix -> cells(parent).stream()
                                .filter(it -> it.title().equals(name))
                                .findFirst()
                                .map(it -> cell(parent, matrix, it)));
            case VerdictDescriptor.SEGMENT ->
                cellOf(parent)
                        .filter(it -> !it.partNames().isEmpty() && name.equals(VerdictDescriptor.NAME))
                        .map(VerdictDescriptor::new);
            case SubtestDescriptor.SEGMENT ->
                cellOf(parent).filter(it -> it.partNames().contains(name)).map(it -> part(it, name));
            default -> Optional.empty();
        };
    }

    private static TestDescriptor server(MatrixDescriptor matrix, Implementation server) {
        return new GroupDescriptor(matrix.getUniqueId(), GroupDescriptor.SERVER, server);
    }

    private static TestDescriptor client(TestDescriptor server, Implementation client) {
        return new GroupDescriptor(server.getUniqueId(), GroupDescriptor.CLIENT, client);
    }

    private static TestDescriptor cell(TestDescriptor client, MatrixDescriptor matrix, Cell cell) {
        return CellDescriptor.of(client.getUniqueId(), matrix, cell);
    }

    private static TestDescriptor part(CellDescriptor cell, String name) {
        return SubtestDescriptor.of(cell.getUniqueId(), cell, List.of(name), Type.CONTAINER_AND_TEST);
    }

    /** The cells of a client's group, which is below its server's; of anything else none. */
    private static List<Cell> cells(TestDescriptor client) {
        return client instanceof GroupDescriptor && !isServer(client)
                ? client.getParent()
                        .flatMap(server -> matrixOf(server).map(matrix -> matrix.cells(name(client), name(server))))
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<Implementation> named(List<Implementation> some, String name) {
        return some.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private static Optional<CellDescriptor> cellOf(TestDescriptor descriptor) {
        return Optional.of(descriptor).filter(CellDescriptor.class::isInstance).map(CellDescriptor.class::cast);
    }

    private static Optional<MatrixDescriptor> matrixOf(TestDescriptor descriptor) {
        for (var it = Optional.of(descriptor); it.isPresent(); it = it.get().getParent()) {
            if (it.get() instanceof MatrixDescriptor matrix) {
                return Optional.of(matrix);
            }
        }
        return Optional.empty();
    }

    private static boolean isServer(TestDescriptor descriptor) {
        return descriptor.getUniqueId().getLastSegment().getType().equals(GroupDescriptor.SERVER);
    }

    private static String name(TestDescriptor group) {
        return group.getUniqueId().getLastSegment().getValue();
    }
}
