package dev.interop.tap.yaml;

import dev.interop.tap.YamlContent;
import dev.interop.tap.YamlReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Reads YAML 1.2 with the event parser of snakeyaml-engine. Text cannot name Java classes, and tags are refused.
 */
public final class SnakeYamlReader implements YamlReader {

    private final YamlLimits limits;
    private final Parse parse;

    /** Creates a reader with the default limits. */
    public SnakeYamlReader() {
        this(YamlLimits.DEFAULT);
    }

    /** Creates a reader with other limits. */
    public SnakeYamlReader(YamlLimits limits) {
        this.limits = limits;
        this.parse = new Parse(LoadSettings.builder()
                .setCodePointLimit(limits.characters())
                .setUseMarks(false)
                .setParseComments(false)
                .build());
    }

    @Override
    public YamlContent read(String yaml) {
        if (yaml.length() > limits.characters()) {
            return new YamlContent.Invalid("more than " + limits.characters() + " characters");
        }
        YamlValueBuilder builder = new YamlValueBuilder(limits);
        try {
            for (Event event : parse.parseString(yaml)) {
                builder.accept(event);
            }
            return new YamlContent.Parsed(builder.value());
        } catch (RuntimeException e) {
            // The library has its own exceptions for bad YAML. Any other exception must not lose the report either.
            return new YamlContent.Invalid(firstLine(e));
        }
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
