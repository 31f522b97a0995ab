package dev.interop.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.interop.config.ParameterTable;
import dev.interop.protocol.Protocol;
import java.util.List;

/** What {@code list} shows, for scripts. */
final class ListJson {
    private ListJson() {}

    /** {@code [{"protocol": …, "name": …, "letter": …, "description": …, "default": true}]} */
    static String tests(List<Protocol> protocols) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var protocol : protocols) {
            protocol.testCases()
                    .forEach(it -> list.addObject()
                            .put("protocol", protocol.name())
                            .put("name", it.name())
                            .put("letter", it.letter())
                            .put("description", it.description())
                            .put("default", it.runsByDefault()));
        }
        return list.toString();
    }

    /** {@code [{"name": …, "values": …, "default": …, "description": …}]} */
    static String parameters() {
        var list = JsonNodeFactory.instance.arrayNode();
        ParameterTable.all()
                .forEach(it -> list.addObject()
                        .put("name", it.key())
                        .put("values", it.type().text())
                        .put("default", it.defaultText())
                        .put("description", it.text()));
        return list.toString();
    }
}
