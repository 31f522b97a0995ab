package dev.interop.engine;

import dev.interop.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The value of Surefire's {@code -Dtest}. Surefire filters after discovery, and a pattern that matches no cell is a green
 * build without tests; with {@code LANG=C} each letter beyond ASCII is lost on the way, so that this happens with a name
 * that is right.
 *
 * @param value such as {@code QuicInteropTest#*handshake}
 */
record SurefireOption(String value) {
    private static final String KEY = "test";

    /** The option of this build, if it has one that names methods. Others only name classes. */
    static Optional<SurefireOption> given() {
        return Optional.ofNullable(System.getProperty(KEY))
                .filter(it -> it.contains("#"))
                // Regular expressions and exclusions are left to Surefire.
                .filter(it -> !it.contains("%") && !it.contains("!"))
                .map(SurefireOption::new);
    }

    /**
     * Checks that the option leaves a test of a matrix.
     *
     * @throws UserError when it names methods of the class, and there is no such method
     */
    void requireMatch(MatrixDescriptor matrix) {
        var methods = methods(matrix.testClass());
        if (methods.isEmpty()) {
            return;
        }
        var all = Pattern.compile(methods.stream().map(SurefireOption::regex).collect(Collectors.joining("|")));
        if (MethodNames.of(matrix).noneMatch(it -> all.matcher(it).matches())) {
            throw new UserError(
                    "-Dtest: '%s' matches no cell of %s; a form that needs no letters beyond ASCII is -Dtest='%s#CLIENT ? SERVER ? TEST'"
                            .formatted(
                                    String.join("+", methods),
                                    matrix.testClass().getName(),
                                    matrix.testClass().getSimpleName()));
        }
    }

    /** The patterns for methods of this class; none if it is selected whole, or not by this option. */
    private List<String> methods(Class<?> testClass) {
        var methods = new ArrayList<String>();
        for (var word : value.split(",")) {
            var parts = word.strip().split("#", 2);
            if (!matches(parts[0], testClass)) {
                continue;
            }
            if (parts.length == 1) {
                return List.of();
            }
            methods.addAll(List.of(parts[1].split("\\+")));
        }
        return methods;
    }

    private static boolean matches(String pattern, Class<?> testClass) {
        var plain = pattern.replaceAll("\\.(java|class)$", "").replace('/', '.');
        var regex = regex(plain);
        var name = testClass.getName();
        return !plain.isEmpty()
                && (name.matches(regex)
                        || name.substring(name.lastIndexOf('.') + 1).matches(regex));
    }

    /** Surefire's wildcards: {@code *} for any letters, {@code ?} for one. */
    private static String regex(String pattern) {
        return pattern.codePoints()
                .mapToObj(it -> switch (it) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(it));
                })
                .collect(Collectors.joining());
    }
}
