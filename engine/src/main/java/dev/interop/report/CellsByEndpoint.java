package dev.interop.report;

import dev.interop.result.CellResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The cells that a failed one is compared with: those of its test case with the same server, and with the same client.
 * Without it, each of many failed cells would be compared with all. Not thread-safe.
 */
@API(status = Status.INTERNAL)
public final class CellsByEndpoint {
    private final Map<Key, List<CellResult>> byServer = new HashMap<>();
    private final Map<Key, List<CellResult>> byClient = new HashMap<>();

    private record Key(String test, String endpoint) {}

    /** An index of these cells, in their order. */
    public static CellsByEndpoint of(Collection<CellResult> cells) {
        var index = new CellsByEndpoint();
        cells.forEach(index::add);
        return index;
    }

    /** Adds a cell behind the others. */
    public void add(CellResult cell) {
        byServer.computeIfAbsent(new Key(cell.test(), cell.server()), it -> new ArrayList<>())
                .add(cell);
        byClient.computeIfAbsent(new Key(cell.test(), cell.client()), it -> new ArrayList<>())
                .add(cell);
    }

    /** The cells of this one's test case and server, with it. */
    List<CellResult> sameServer(CellResult cell) {
        return byServer.getOrDefault(new Key(cell.test(), cell.server()), List.of());
    }

    /** The cells of this one's test case and client, with it. */
    List<CellResult> sameClient(CellResult cell) {
        return byClient.getOrDefault(new Key(cell.test(), cell.client()), List.of());
    }
}
