package dev.interop.engine;

import dev.interop.plan.Cell;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/** Finds the tests of a matrix by the names of their methods, which exist in reports only. */
final class MethodNames {
    private MethodNames() {}

    /** The unique ids of the tests with this method name: cells, verdicts, and parts of cells. */
    static List<UniqueId> ids(MatrixDescriptor matrix, String method) {
        return matrix.plan()
                .all()
                .filter(it -> method.startsWith(Naming.method(it)))
                .flatMap(it -> ids(matrix, it, method))
                .toList();
    }

    private static Stream<UniqueId> ids(MatrixDescriptor matrix, Cell cell, String method) {
        var client = matrix.getUniqueId()
                .append(GroupDescriptor.SERVER, cell.server().name())
                .append(GroupDescriptor.CLIENT, cell.client().name());
        var descriptor = CellDescriptor.of(client, matrix, cell);
        var id = descriptor.getUniqueId();
        var name = Naming.method(cell);
        if (method.equals(name)) {
            return Stream.of(
                    descriptor.partNames().isEmpty()
                            ? id
                            : id.append(VerdictDescriptor.SEGMENT, VerdictDescriptor.NAME));
        }
        var part = descriptor.partNames().stream()
                .filter(it -> method.equals(Naming.method(cell, List.of(it))))
                .map(it -> id.append(SubtestDescriptor.SEGMENT, it))
                .findFirst();
        if (part.isPresent()) {
            return part.stream();
        }
        // A part that only the client knows: the whole cell reports it.
        return descriptor.reports() && method.startsWith(name + Naming.BELOW) ? Stream.of(id) : Stream.empty();
    }

    /** The names of all tests of a matrix that are known before it runs. */
    static Stream<String> of(MatrixDescriptor matrix) {
        return matrix.plan()
                .all()
                .flatMap(it -> Stream.concat(
                        Stream.of(Naming.method(it)),
                        it.test().parts().stream().map(part -> Naming.method(it, List.of(part)))));
    }
}
