package dev.interop.expectation;

import dev.interop.NamePattern;
import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        entry.put("reason", cause(found).reason());
        return entry;
    }

    /** Its cells, as a reader of the file understands them. */
    static CellPattern pattern(FoundCell found) {
        var names = new LinkedHashMap<String, List<NamePattern>>();
        of(found).forEach((key, value) -> {
            if (CellPattern.KEYS.contains(key)) {
                names.put(key, List.of(new NamePattern(value)));
            }
        });
        return new CellPattern(names, Optional.empty(), Optional.empty());
    }

    /** Its reason, as a reader of the file understands it. */
    static Cause cause(FoundCell found) {
        var reason = Printable.of(found.reason().strip());
        return new Cause(reason.isEmpty() ? "it failed" : reason, Optional.empty(), Optional.empty());
    }
}
