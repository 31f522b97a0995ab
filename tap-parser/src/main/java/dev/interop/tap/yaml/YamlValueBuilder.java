package dev.interop.tap.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds maps, lists and scalars from YAML events. Uses its own stack, so that depth needs no Java stack. */
final class YamlValueBuilder {

    /** A value that may be null, with its number of nodes, in which aliased nodes count each time. */
    private record Node(Object value, long size) {}

    private final YamlLimits limits;
    private final YamlScalars scalars = new YamlScalars();
    private final Deque<Collection> open = new ArrayDeque<>();
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private Optional<Object> root = Optional.empty();
    private int documents;
    private int aliases;
    private long aliasedNodes;

    YamlValueBuilder(YamlLimits limits) {
        this.limits = limits;
    }

    Optional<Object> value() {
        return root;
    }

    void accept(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> startDocument();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> end();
            default -> {
                // Stream and document ends have no value, and comments are not parsed.
            }
        }
    }

    private void startDocument() {
        documents++;
        require(documents == 1, "more than one document");
    }

    private void scalar(ScalarEvent event) {
        require(event.getTag().isEmpty(), "tags are not read");
        Object value = event.isPlain() ? scalars.plain(event.getValue()) : event.getValue();
        Node node = new Node(value, 1);
        remember(event, node);
        add(node, event.getValue());
    }

    private void alias(AliasEvent event) {
        Node node = anchors.get(event.getAlias());
        require(node != null, "an alias without its anchor");
        aliases++;
        aliasedNodes += node.size();
        require(aliases <= limits.aliases(), "more than " + limits.aliases() + " aliases");
        require(aliasedNodes <= limits.aliasedNodes(), "aliases of more than " + limits.aliasedNodes() + " nodes");
        add(node, String.valueOf(node.value()));
    }

    private void start(CollectionStartEvent event) {
        require(event.getTag().isEmpty(), "tags are not read");
        require(open.size() < limits.depth(), "more than " + limits.depth() + " levels");
        require(open.isEmpty() || open.element().takesCollection(), "a collection as a key");
        open.push(new Collection(event instanceof MappingStartEvent, event.getAnchor()));
    }

    private void end() {
        Collection ended = open.pop();
        Node node = new Node(ended.value(), ended.size);
        ended.anchor.ifPresent(anchor -> anchors.put(anchor, node));
        add(node, "");
    }

    private void remember(NodeEvent event, Node node) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
    }

    private void add(Node node, String asKey) {
        if (open.isEmpty()) {
            root = Optional.ofNullable(node.value());
        } else {
            open.element().add(node, asKey);
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new YamlEngineException(otherwise);
        }
    }

    /** A map or a list that is not complete. */
    private static final class Collection {
        private final boolean isMap;
        private final Optional<Anchor> anchor;
        private final Map<String, Object> map = new LinkedHashMap<>();
        private final List<Object> list = new ArrayList<>();
        private Optional<String> key = Optional.empty();
        private long size = 1;

        Collection(boolean isMap, Optional<Anchor> anchor) {
            this.isMap = isMap;
            this.anchor = anchor;
        }

        boolean takesCollection() {
            return !isMap || key.isPresent();
        }

        Object value() {
            return isMap ? Collections.unmodifiableMap(map) : Collections.unmodifiableList(list);
        }

        void add(Node node, String asKey) {
            size += node.size();
            if (!isMap) {
                list.add(node.value());
            } else if (key.isEmpty()) {
                require(!(node.value() instanceof Map || node.value() instanceof List), "a collection as a key");
                key = Optional.of(asKey);
            } else {
                map.put(key.get(), node.value());
                key = Optional.empty();
            }
        }
    }
}
