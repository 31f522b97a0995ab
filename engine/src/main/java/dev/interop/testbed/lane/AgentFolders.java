package dev.interop.testbed.lane;

import dev.interop.testbed.archive.ArchiveLimits;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.ContainerFolders;
import dev.interop.testbed.docker.DiskSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Folders that a container shares with its network sandbox, filled and read by the agent there. The engine's own calls cost
 * 0.1 s of processor time each (Docker Engine 20.10), six times a cell.
 *
 * @param agent the connection to the agent
 * @param kept paths of the shared folders, such as {@code /logs}
 * @param others for all other folders
 * @param mostBytes how large an archive of one of them may be
 */
record AgentFolders(AgentConnection agent, Set<String> kept, ContainerFolders others, long mostBytes)
        implements ContainerFolders {
    /** One more than is taken of an archive, so that the reader finds out that there is more. */
    private static final int DEEPEST = ArchiveLimits.MOST_LEVELS + 1;

    @Override
    public void put(String container, List<TarSource> sources) {
        var parts = sources.stream().collect(Collectors.partitioningBy(it -> kept.contains(top(it))));
        others.put(container, parts.get(false));
        if (!parts.get(true).isEmpty()) {
            agent.give("put", new TarStream(parts.get(true)));
        }
    }

    private static String top(TarSource source) {
        return "/" + source.path().split("/", 2)[0];
    }

    @Override
    public boolean get(String container, String folder, ArchiveReader reader) throws IOException {
        if (!kept.contains(folder)) {
            return others.get(container, folder, reader);
        }
        agent.read("get " + folder + " " + mostBytes + " " + DEEPEST, reader);
        return true;
    }

    @Override
    public Optional<DiskSpace> free() {
        return space(agent.ask("free"));
    }

    @Override
    public Optional<DiskSpace> used() {
        var writable = kept.stream()
                .filter(it -> !SandboxFolders.READ_ONLY.contains(it))
                .sorted()
                .collect(Collectors.joining(" "));
        return space(agent.ask("used " + writable));
    }

    @Override
    public void empty() {
        agent.ask("empty");
    }

    /** The agent's answer: bytes and files. */
    static Optional<DiskSpace> space(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var numbers = text.strip().split(" ", 2);
        return Optional.of(new DiskSpace(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
    }
}
