package dev.interop.engine;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;

/**
 * The description of a matrix by its class. JUnit Jupiter's {@code @Disabled}, {@code @DisplayName} and {@code @Tag} are
 * read by their names, since the engine needs no Jupiter.
 *
 * @param type the class
 */
record MatrixClass(Class<?> type) {
    private static final String JUPITER = "org.junit.jupiter.api.";

    /** Whether a class is a matrix: it is annotated and could have an instance. */
    static boolean isMatrix(Class<?> candidate) {
        return !candidate.isInterface()
                && !Modifier.isAbstract(candidate.getModifiers())
                && AnnotationSupport.isAnnotated(candidate, InteropTest.class);
    }

    /** The name for people: the class's own, unless {@code @DisplayName} gives another. */
    String displayName() {
        return annotations("DisplayName")
                .map(it -> value(it).toString().strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseGet(type::getSimpleName);
    }

    /** The tags of {@code @Tag}. */
    Set<TestTag> tags() {
        return Stream.concat(
                        annotations("Tag"), annotations("Tags").flatMap(it -> Arrays.stream((Annotation[]) value(it))))
                .map(it -> value(it).toString())
                .filter(TestTag::isValid)
                .map(TestTag::create)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why it must not run, if {@code @Disabled} says so. */
    Optional<String> disabled() {
        return annotations("Disabled")
                .map(it -> value(it).toString().strip())
                .findFirst()
                .map(it -> it.isEmpty() ? type + " is @Disabled" : it);
    }

    /** The annotations of this name at the class, directly or by annotations of its own. */
    private Stream<Annotation> annotations(String name) {
        var found = new LinkedHashSet<Annotation>();
        collect(type.getAnnotations(), JUPITER + name, found, new HashSet<>());
        return found.stream();
    }

    private static void collect(Annotation[] at, String name, Set<Annotation> found, Set<Class<?>> seen) {
        for (var annotation : at) {
            var its = annotation.annotationType();
            if (its.getName().equals(name)) {
                found.add(annotation);
            } else if (seen.add(its)) {
                collect(its.getAnnotations(), name, found, seen);
            }
        }
    }

    private static Object value(Annotation annotation) {
        return ReflectionSupport.findMethod(annotation.annotationType(), "value")
                .map(it -> ReflectionSupport.invokeMethod(it, annotation))
                .orElseThrow(() -> new IllegalStateException(annotation + " has no value"));
    }
}
