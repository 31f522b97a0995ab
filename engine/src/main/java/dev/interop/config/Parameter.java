package dev.interop.config;

import dev.interop.protocol.ProtocolParameter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A parameter of a run. The value is looked up as system property, then as JUnit configuration parameter, then in the
 * annotation; the first one that is given wins, else the default applies. All are listed in {@link ParameterTable}.
 *
 * @param <T> the type of its value
 */
@API(status = Status.INTERNAL)
public final class Parameter<T> {
    private final String key;
    private final ParameterType<T> type;
    private final Optional<T> defaultValue;
    private final String defaultText;
    private final String text;
    private final Optional<ParameterOption> option;
    private final Optional<String> attribute;

    private Parameter(
            String key,
            ParameterType<T> type,
            Optional<T> defaultValue,
            String defaultText,
            String text,
            Optional<ParameterOption> option,
            Optional<String> attribute) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.defaultText = defaultText;
        this.text = text;
        this.option = option;
        this.attribute = attribute;
    }

    /** The parameter that a protocol has of its own. */
    static Parameter<String> of(ProtocolParameter its) {
        var words = its.values().stream().collect(Collectors.toMap(it -> it, it -> it));
        var type = ParameterType.oneOf(String.join(" or ", its.values()), words);
        return of(its.key(), type, its.defaultValue(), its.text());
    }

    /** A parameter that always has the same default. */
    static <T> Parameter<T> of(String key, ParameterType<T> type, T defaultValue, String text) {
        var shown = type.write(defaultValue);
        return new Parameter<>(key, type, Optional.of(defaultValue), shown, text, Optional.empty(), Optional.empty());
    }

    /** A parameter whose default depends on something else, such as the registry or the protocol. */
    static <T> Parameter<T> open(String key, ParameterType<T> type, String defaultText, String text) {
        return new Parameter<>(key, type, Optional.empty(), defaultText, text, Optional.empty(), Optional.empty());
    }

    /** This parameter with an option of the command line that takes a value. */
    Parameter<T> option(String label, String name, String... further) {
        return with(ParameterOption.of(label, name, further));
    }

    /** This parameter with an option of the command line that gives this value. */
    Parameter<T> flag(String name, T value) {
        return with(ParameterOption.flag(name, type.write(value), Optional.empty()));
    }

    /** This parameter with an option of the command line that gives this value, and with a text of its own. */
    Parameter<T> flag(String name, T value, String text) {
        return with(ParameterOption.flag(name, type.write(value), Optional.of(text)));
    }

    private Parameter<T> with(ParameterOption its) {
        return new Parameter<>(key, type, defaultValue, defaultText, text, Optional.of(its), attribute);
    }

    /** This parameter with an attribute of the annotation. */
    Parameter<T> attribute(String name) {
        return new Parameter<>(key, type, defaultValue, defaultText, text, option, Optional.of(name));
    }

    /** The name of the system property and configuration parameter. */
    public String key() {
        return key;
    }

    /** The type of its values: their syntax and their parser. */
    public ParameterType<T> type() {
        return type;
    }

    /** The default; empty where it depends on something else. */
    public Optional<T> defaultValue() {
        return defaultValue;
    }

    /** The default, as text for people. */
    public String defaultText() {
        return defaultText;
    }

    /** The description for people; names of values are between backticks. */
    public String text() {
        return text;
    }

    /** The command line's option for this parameter, if it has one. */
    public Optional<ParameterOption> option() {
        return option;
    }

    /** The annotation's attribute for this parameter, if it has one. */
    public Optional<String> attribute() {
        return attribute;
    }

    /** Parameters are equal if their keys are: those of protocols are made each time that they are asked for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter<?> it && it.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
