package dev.interop.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.interop.Printable;
import dev.interop.UserError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML or JSON file as a tree, with the lines of every key and element. JSON is YAML 1.2. */
final class YamlFile {
    private static final int DEEPEST = 16;

    /** Some editors put it before the text. */
    static final String BYTE_ORDER_MARK = "\uFEFF";
    /** A dash whose element begins on a later line. */
    private static final Pattern BARE_DASH = Pattern.compile("\\s*-\\s*(#.*)?");

    private static final Pattern NO_CONTENT = Pattern.compile("\\s*(#.*)?");

    private final Path path;
    private final List<String> text;
    private final Map<String, EntryPlace> places = new HashMap<>();
    private final JsonNode root;

    private YamlFile(Path path, String text, Optional<Node> node) {
        this.path = path;
        this.text = text.lines().toList();
        this.root = node.map(it -> tree(it, "")).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /**
     * Reads a file.
     *
     * @throws UserError when it cannot be read, or is neither YAML nor JSON
     */
    static YamlFile read(Path path) {
        return parse(path, text(path));
    }

    /**
     * Reads this text as that of a file.
     *
     * @throws UserError when it is neither YAML nor JSON
     */
    static YamlFile parse(Path path, String text) {
        try {
            var settings = LoadSettings.builder().setLabel(path.toString()).build();
            return new YamlFile(path, text, new Compose(settings).composeString(text));
        } catch (MarkedYamlEngineException e) {
            var problem = e.getProblemMark().map(it -> ":" + (it.getLine() + 1)).orElse("");
            throw new UserError("%s%s: not YAML: %s".formatted(path, problem, Printable.of(e.getProblem())), e);
        } catch (YamlEngineException e) {
            throw new UserError(path + ": not YAML: " + Printable.of(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * The text of a file, without the mark of the byte order that some editors put before it.
     *
     * @throws UserError when it cannot be read
     */
    static String text(Path path) {
        try {
            var text = Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new UserError(path + ": no such file of expectations", e);
        } catch (CharacterCodingException e) {
            throw new UserError(path + ": not UTF-8; store it as UTF-8", e);
        } catch (IOException e) {
            var why = Files.isDirectory(path) ? "is a folder" : e.toString();
            throw new UserError(path + ": cannot be read as expectations: " + Printable.of(why), e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The lines of what this JSON pointer leads to, or of the nearest key around it. */
    EntryPlace place(String pointer) {
        var at = pointer;
        while (!at.isEmpty() && !places.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return places.getOrDefault(at, new EntryPlace(path.toString(), 1, 1));
    }

    private JsonNode tree(Node node, String pointer) {
        if (pointer.chars().filter(it -> it == '/').count() > DEEPEST) {
            throw new UserError("%s:%s: nested too deep".formatted(path, line(node.getStartMark())));
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, pointer);
        }
        return node instanceof SequenceNode sequence ? sequence(sequence, pointer) : scalar((ScalarNode) node);
    }

    private JsonNode mapping(MappingNode mapping, String pointer) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new UserError("%s:%s: a key must be text"
                        .formatted(path, line(entry.getKeyNode().getStartMark())));
            }
            var at = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            var first = line(key.getStartMark());
            if (tree.has(key.getValue())) {
                throw new UserError("%s:%s: '%s' stands here and on line %s already; remove one of them"
                        .formatted(
                                path,
                                first,
                                Printable.of(key.getValue()),
                                place(at).line()));
            }
            tree.set(key.getValue(), tree(entry.getValueNode(), at));
            places.put(at, place(first, last(entry.getValueNode())));
        }
        return tree;
    }

    private JsonNode sequence(SequenceNode sequence, String pointer) {
        var tree = JsonNodeFactory.instance.arrayNode();
        for (var element : sequence.getValue()) {
            var at = pointer + "/" + tree.size();
            tree.add(tree(element, at));
            places.put(at, place(dash(line(element.getStartMark())), last(element)));
        }
        return tree;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var nodes = JsonNodeFactory.instance;
        var value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return nodes.booleanNode(Boolean.parseBoolean(value));
        }
        if (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT)) {
            return number(value);
        }
        return nodes.textNode(value);
    }

    /** A number, so that the schema refuses it: {@code 1.10} unquoted would be a release other than it says. */
    private static JsonNode number(String value) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
        } catch (NumberFormatException infiniteOrHexadecimal) {
            return JsonNodeFactory.instance.numberNode(Double.NaN);
        }
    }

    private EntryPlace place(int first, int last) {
        return new EntryPlace(path.toString(), first, Math.max(first, last));
    }

    /** The line of the dash before an element, which may stand alone or with a comment above it. */
    private int dash(int line) {
        if (text.get(line - 1).strip().startsWith("-")) {
            return line;
        }
        var at = line - 1;
        while (at > 0 && NO_CONTENT.matcher(text.get(at - 1)).matches()) {
            at--;
        }
        return at > 0 && BARE_DASH.matcher(text.get(at - 1)).matches() ? at : line;
    }

    /** The last line of a node. The end of a block is that of its last part: comments may follow before the next. */
    private static int last(Node node) {
        if (node instanceof MappingNode mapping
                && !isFlow(mapping.getFlowStyle())
                && !mapping.getValue().isEmpty()) {
            var entry = mapping.getValue().get(mapping.getValue().size() - 1);
            return Math.max(line(entry.getKeyNode().getEndMark()), last(entry.getValueNode()));
        }
        if (node instanceof SequenceNode sequence
                && !isFlow(sequence.getFlowStyle())
                && !sequence.getValue().isEmpty()) {
            return last(sequence.getValue().get(sequence.getValue().size() - 1));
        }
        return node.getEndMark()
                .map(it -> it.getColumn() == 0 && it.getLine() > 0 ? it.getLine() : it.getLine() + 1)
                .orElse(1);
    }

    private static boolean isFlow(FlowStyle style) {
        return style == FlowStyle.FLOW;
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(it -> it.getLine() + 1).orElse(1);
    }
}
