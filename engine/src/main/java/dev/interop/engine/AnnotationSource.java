package dev.interop.engine;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** {@inheritDoc} Whatever is written there is meant as a parameter. */
    @Override
    public Map<String, String> names() {
        return Arrays.stream(annotation.parameters())
                .map(AnnotationSource::name)
                .collect(Collectors.toMap(it -> it, it -> "@InteropTest's parameter", (first, second) -> first));
    }

    private static String name(String parameter) {
        var name = parameter.split("=", 2)[0].strip();
        if (!parameter.contains("=")) {
            throw new UserError("@InteropTest's parameter '%s' has no value; write it as %s=VALUE"
                    .formatted(Printable.of(name), Printable.of(name)));
        }
        return name;
    }

    private String attribute(String name) {
        var value = ReflectionSupport.findMethod(InteropTest.class, name)
                .map(it -> ReflectionSupport.invokeMethod(it, annotation))
                .orElseThrow(() -> new IllegalStateException("@InteropTest has no attribute " + name));
        return value instanceof String[] several ? String.join(",", several) : String.valueOf(value);
    }

    private Optional<String> further(Parameter<?> parameter) {
        return Arrays.stream(annotation.parameters())
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2 && it[0].strip().equals(parameter.key()))
                .map(it -> it[1].strip())
                .findFirst();
    }
}
