package dev.interop.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interop.Printable;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A registry file as JSON, with the line of every key and element.
 *
 * @param path the file as the user named it
 * @param root its content
 * @param lines JSON pointer → line, of every key and every list's element
 */
record RegistryFile(Path path, JsonNode root, Map<String, Integer> lines) {
    RegistryFile {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @throws UserError when it cannot be read, is no JSON object or has a key twice
     */
    static RegistryFile read(Path path) {
        var text = text(path);
        try {
            var mapper = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
            var root = mapper.readTree(text);
            if (!root.isObject()) {
                throw new UserError(path + ":1: not a registry: it must be a JSON object; see docs/registry.md");
            }
            return new RegistryFile(path, root, lines(path, text));
        } catch (JsonProcessingException e) {
            throw syntaxError(path, text, e);
        } catch (IOException e) {
            throw new UserError(path + ": cannot be read: " + Printable.of(e.toString()), e);
        }
    }

    /** The position of the key or element at this JSON pointer, or of the nearest one around it. */
    Origin origin(String pointer) {
        var at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return new Origin(path, lines.getOrDefault(at, 1));
    }

    private static String text(Path path) {
        try {
            var text = Files.readString(path);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new UserError(path + ": no such registry file; name one with --registry FILE", e);
        } catch (CharacterCodingException e) {
            throw new UserError(path + ": not UTF-8; store it as UTF-8", e);
        } catch (IOException e) {
            var why = Files.isDirectory(path) ? "is a folder" : e.toString();
            throw new UserError(path + ": cannot be read as a registry: " + Printable.of(why), e);
        }
    }

    private static Map<String, Integer> lines(Path path, String text) throws IOException {
        var lines = new HashMap<String, Integer>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var line = parser.currentTokenLocation().getLineNr();
                requireCharacters(path, line, token, parser);
                var before = lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(), line);
                if (before != null && token == JsonToken.FIELD_NAME) {
                    throw new UserError("%s:%s: '%s' stands here and on line %s already; remove one of them"
                            .formatted(path, line, Printable.of(parser.currentName()), before));
                }
            }
        }
        return lines;
    }

    /** JSON can hold half a character, such as {@code \\ud800}, which no file of a run could. */
    private static void requireCharacters(Path path, int line, JsonToken token, JsonParser parser) throws IOException {
        if ((token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING)
                && parser.getText().codePoints().anyMatch(it -> Character.getType(it) == Character.SURROGATE)) {
            throw new UserError("%s:%s: '%s' has half of a surrogate pair, which is no character; remove it"
                    .formatted(path, line, Printable.of(parser.getText())));
        }
    }

    private static UserError syntaxError(Path path, String text, JsonProcessingException e) {
        var at = e.getLocation();
        var what = e.getOriginalMessage().lines().findFirst().orElse("it ends too early");
        if (at == null) {
            return new UserError(path + ": not JSON: " + Printable.of(what), e);
        }
        what = what.replaceFirst(" \\(start marker at .*", "");
        if (endsInComma(text, (int) at.getCharOffset())) {
            what = "the comma before it is too many";
        }
        return new UserError(
                "%s:%s:%s: not JSON: %s".formatted(path, at.getLineNr(), at.getColumnNr(), Printable.of(what)), e);
    }

    /** Whether a closing bracket at or right before {@code offset} follows a comma: the most common mistake. */
    private static boolean endsInComma(String text, int offset) {
        var head = text.substring(0, Math.max(0, Math.min(offset + 1, text.length())))
                .stripTrailing();
        return head.matches("(?s).*,\\s*[}\\]].?");
    }
}
