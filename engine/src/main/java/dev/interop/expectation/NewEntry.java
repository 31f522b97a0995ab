package dev.interop.expectation;

import dev.interop.ProtocolVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys and values of an entry about one cell. */
final class NewEntry {
    private NewEntry() {}

    static Map<String, String> of(FoundCell found) {
        var cell = found.seen().cell();
        var entry = new LinkedHashMap<String, String>();
        entry.put(CellPattern.PROTOCOL, cell.protocol());
        entry.put(CellPattern.CLIENT, cell.client());
        entry.put(CellPattern.SERVER, cell.server());
        entry.put(CellPattern.TEST, cell.test());
        cell.route().transport().ifPresent(it -> entry.put(CellPattern.TRANSPORT, it));
        cell.route().version().map(ProtocolVersion::name).ifPresent(it -> entry.put(CellPattern.VERSION, it));
        entry.put("reason", found.reason());
        return entry;
    }
}
