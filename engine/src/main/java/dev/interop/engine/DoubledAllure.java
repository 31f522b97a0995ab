package dev.interop.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Detects Allure's own listener on the class path. It writes a result for each test, and a run writes one for each cell: in
 * a report of both folders each cell is there twice.
 */
final class DoubledAllure {
    private static final String LISTENER = "io.qameta.allure.junitplatform.AllureJunitPlatform";
    private static final String DEACTIVATE = "junit.platform.execution.listeners.deactivate";

    private DoubledAllure() {}

    /**
     * What to tell the user, if the listener is active.
     *
     * @param classPath where it may be
     * @param deactivated the classes that the platform does not use as listeners, if any: patterns, comma-separated
     */
    static Optional<String> note(ClassLoader classPath, Optional<String> deactivated) {
        return isThere(classPath) && deactivated.filter(DoubledAllure::matches).isEmpty()
                ? Optional.of(
                        "allure-junit-platform is on the class path and writes each cell once more, to a folder of"
                                + " its own. For a report with each cell once, give Allure one of the two folders, or run with"
                                + " -D" + DEACTIVATE + "=io.qameta.allure.*")
                : Optional.empty();
    }

    static Optional<String> note() {
        return note(
                Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                        .orElseGet(ClassLoader::getSystemClassLoader),
                Optional.ofNullable(System.getProperty(DEACTIVATE)));
    }

    private static boolean isThere(ClassLoader classPath) {
        return classPath.getResource(LISTENER.replace('.', '/') + ".class") != null;
    }

    private static boolean matches(String patterns) {
        return Arrays.stream(patterns.split(","))
                .map(String::strip)
                .map(it ->
                        Arrays.stream(it.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .anyMatch(LISTENER::matches);
    }
}
