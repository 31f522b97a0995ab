package dev.interop.tap.yaml;

import dev.interop.tap.YamlContent;
import dev.interop.tap.YamlReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Reads YAML 1.2 with snakeyaml-engine, and of that only its events: nothing in the text names a Java class, and tags
 * are refused.
 */
public final class SnakeYamlReader implements YamlReader {

    private final YamlLimits limits;
    private final Parse parse;

    /** A reader with the usual limits. */
    public SnakeYamlReader() {
        this(YamlLimits.DEFAULT);
    }

    /** A reader with other limits. */
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
            // The library throws its own exceptions for bad YAML; any other it may throw is no reason to lose a report.
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
