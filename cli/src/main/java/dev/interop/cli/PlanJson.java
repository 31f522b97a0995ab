package dev.interop.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.ProtocolVersion;
import dev.interop.plan.ClosedRoute;
import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.protocol.Route;
import dev.interop.registry.Registry;
import dev.interop.registry.UnreadField;
import java.util.List;
import java.util.Optional;

/** A plan for scripts: what {@code plan} shows, as one object. */
final class PlanJson {
    private PlanJson() {}

    static String of(Plan plan, List<PlannedPair> pairs, Optional<PlannedTime> time, Registry registry) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("protocol", plan.protocol().name());
        // A registry of several protocols has a target, too; it is that of protocols with versions.
        plan.target()
                .filter(it ->
                        pairs.stream().anyMatch(pair -> pair.route().version().isPresent()))
                .ifPresent(it -> json.put("target", it.name()));
        json.put("seed", Seeds.format(plan.seed()));
        json.put("cells", plan.cells().size());
        time.ifPresent(it -> json.put("seconds", it.duration().toSeconds())
                .put("cellsRunBefore", it.known())
                .put("cellsReused", it.reused())
                .put("cellsUnchanged", it.skipped()));
        var toRun = json.putArray("pairs");
        for (var pair : pairs) {
            var one = toRun.addObject()
                    .put("client", pair.client().name())
                    .put("server", pair.server().name());
            put(one, pair.route());
            one.put("servedAt", pair.servedAt());
            pair.tests().forEach(one.putArray("tests")::add);
        }
        var notRun = json.putArray("notRun");
        for (ClosedRoute closed : plan.closed()) {
            var one = notRun.addObject()
                    .put("client", closed.client().name())
                    .put("server", closed.server().name());
            put(one, closed.closed().route());
            one.put("reason", closed.closed().text());
        }
        registry.unread().stream().map(UnreadField::text).forEach(json.putArray("notRead")::add);
        return json.toString();
    }

    /** The facts about a route; a protocol with one route has no label. */
    private static void put(ObjectNode json, Route route) {
        if (!route.label().isEmpty()) {
            json.put("route", route.label());
        }
        route.transport().ifPresent(it -> json.put("transport", it));
        route.version().map(ProtocolVersion::name).ifPresent(it -> json.put("version", it));
        route.versionRelation().ifPresent(it -> json.put("relation", it));
    }
}
