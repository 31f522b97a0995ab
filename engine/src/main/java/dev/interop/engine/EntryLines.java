package dev.interop.engine;

import dev.interop.registry.Implementation;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;

/** Finds the groups of a matrix whose entry stands at a line of a registry file. */
final class EntryLines {
    private EntryLines() {}

    /** The unique ids of the entry's server, and of its client below every server. Empty before the first entry. */
    static Set<UniqueId> ids(MatrixDescriptor matrix, Path file, int line) {
        var servers = matrix.plan().servers();
        var clients = matrix.plan().clients();
        var name = entry(Stream.concat(servers.stream(), clients.stream()).toList(), file, line);
        var ids = new LinkedHashSet<UniqueId>();
        name.ifPresent(it -> servers.forEach(server -> {
            var id = matrix.getUniqueId().append(GroupDescriptor.SERVER, server.name());
            if (server.name().equals(it)) {
                ids.add(id);
            } else if (clients.stream().anyMatch(client -> client.name().equals(it))) {
                ids.add(id.append(GroupDescriptor.CLIENT, it));
            }
        }));
        return ids;
    }

    /** The last entry that begins at this line or before it. */
    private static Optional<String> entry(List<Implementation> some, Path file, int line) {
        return some.stream()
                .filter(it -> it.origin().file().toAbsolutePath().normalize().equals(file))
                .filter(it -> it.origin().line() <= line)
                .max(Comparator.comparingInt(it -> it.origin().line()))
                .map(Implementation::name);
    }
}
