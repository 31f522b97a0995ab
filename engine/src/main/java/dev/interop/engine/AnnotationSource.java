package dev.interop.engine;

import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import java.util.Arrays;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;

/** The parameters of an {@link InteropTest} annotation, from its attributes and from {@code parameters}. */
record AnnotationSource(InteropTest annotation) implements ParameterSource {
    @Override
    public Optional<String> value(Parameter<?> parameter) {
        return parameter
                .attribute()
                .map(this::attribute)
                .filter(it -> !it.isBlank())
                .or(() -> further(parameter));
    }

    private String attribute(String name) {
        var value = ReflectionSupport.findMethod(InteropTest.class, name)
                .map(it -> ReflectionSupport.invokeMethod(it, annotation))
                .orElseThrow(() -> new IllegalStateException("@InteropTest has no attribute " + name));
        return value instanceof String[] several ? String.join(",", several) : String.valueOf(value);
    }

    private Optional<String> further(Parameter<?> parameter) {
        var start = parameter.key() + "=";
        return Arrays.stream(annotation.parameters())
                .map(String::strip)
                .filter(it -> it.startsWith(start))
                .map(it -> it.substring(start.length()))
                .findFirst();
    }
}
