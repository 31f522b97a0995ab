package dev.interop.engine;

import dev.interop.config.Parameter;
import dev.interop.config.ParameterSource;
import java.util.Arrays;
import java.util.Optional;

/** Parameters as an {@link InteropTest} annotation says them. */
record AnnotationSource(InteropTest annotation) implements ParameterSource {
    @Override
    public Optional<String> value(Parameter parameter) {
        var own = switch (parameter) {
            case REGISTRY -> String.join(",", annotation.registry());
            case PROTOCOL -> annotation.protocol();
            case CLIENTS -> String.join(",", annotation.clients());
            case SERVERS -> String.join(",", annotation.servers());
            case TESTS -> String.join(",", annotation.tests());
            default -> "";
        };
        return Optional.of(own).filter(it -> !it.isBlank()).or(() -> further(parameter));
    }

    private Optional<String> further(Parameter parameter) {
        var start = parameter.key() + "=";
        return Arrays.stream(annotation.parameters())
                .map(String::strip)
                .filter(it -> it.startsWith(start))
                .map(it -> it.substring(start.length()))
                .findFirst();
    }
}
