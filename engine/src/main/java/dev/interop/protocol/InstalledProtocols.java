package dev.interop.protocol;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Combines protocols with the test cases that providers add, and refuses a conflict with one line that names the class
 * at fault.
 */
final class InstalledProtocols {
    /** Names become folders and parts of ids. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final Pattern LETTER = Pattern.compile("[A-Za-z0-9]{1,3}");

    private InstalledProtocols() {}

    /**
     * @throws UserError when two protocols have the same name, when a test case's name, letter or scenario is invalid
     *     or taken, or when a provider names a protocol that does not exist
     */
    static List<Protocol> of(List<Protocol> protocols, List<TestCaseProvider> providers) {
        var byName = new HashMap<String, Protocol>();
        for (var protocol : protocols) {
            var before = byName.putIfAbsent(protocol.name(), protocol);
            if (before != null) {
                throw refused(
                        protocol,
                        "protocol '%s' is %s already; give it another name"
                                .formatted(protocol.name(), before.getClass().getName()));
            }
            check(protocol);
        }
        for (var provider : providers) {
            byName.compute(named(provider, byName).name(), (name, protocol) -> extended(protocol, provider));
        }
        return List.copyOf(byName.values());
    }

    private static Protocol named(TestCaseProvider provider, Map<String, Protocol> byName) {
        var protocol = byName.get(provider.protocol());
        if (protocol == null) {
            throw refused(
                    provider,
                    "protocol '%s' is not known; %s"
                            .formatted(
                                    Printable.of(provider.protocol()),
                                    NearestName.of(provider.protocol(), byName.keySet())
                                            .map("did you mean '%s'?"::formatted)
                                            .orElseGet(() -> "there are "
                                                    + String.join(
                                                            ", ",
                                                            byName.keySet().stream()
                                                                    .sorted()
                                                                    .toList()))));
        }
        return protocol;
    }

    private static Protocol extended(Protocol protocol, TestCaseProvider provider) {
        // Includes test cases that a protocol finds by name but does not list.
        provider.testCases()
                .forEach(test -> protocol.testCase(test.name()).ifPresent(other -> {
                    throw taken(provider, protocol, test, other, "name", test.name());
                }));
        var extended = new ExtendedProtocol(protocol, provider.testCases(), provider.scenarios());
        check(extended, provider);
        return extended;
    }

    private static void check(Protocol protocol) {
        check(protocol, protocol);
    }

    private static void check(Protocol protocol, Object by) {
        unique(protocol, by, "name", TestCase::name);
        unique(protocol, by, "letter", TestCase::letter);
        for (var test : protocol.testCases()) {
            if (!NAME.matcher(test.name()).matches()) {
                throw refused(
                        by,
                        "'%s' is no name of a test case; use lower case letters, digits and hyphens"
                                .formatted(Printable.of(test.name())));
            }
            if (!LETTER.matcher(test.letter()).matches()) {
                throw refused(
                        by,
                        "test case '%s': '%s' cannot stand for it in a matrix; use one to three letters or digits"
                                .formatted(test.name(), Printable.of(test.letter())));
            }
            var where = by.getClass().getName() + ": test case '" + test.name() + "'";
            test.scenario().ifPresent(it -> new Scenario(it).checked(protocol.scenarios(), where));
        }
    }

    private static void unique(Protocol protocol, Object by, String what, Function<TestCase, String> value) {
        var before = new HashMap<String, TestCase>();
        for (var test : protocol.testCases()) {
            var other = before.putIfAbsent(value.apply(test), test);
            if (other != null) {
                throw taken(by, protocol, test, other, what, value.apply(test));
            }
        }
    }

    private static UserError taken(
            Object by, Protocol protocol, TestCase test, TestCase other, String what, String value) {
        return refused(
                by,
                "test case '%s': %s has a test case of %s '%s' already (%s); choose another %s"
                        .formatted(
                                Printable.of(test.name()),
                                protocol.title(),
                                what,
                                Printable.of(value),
                                other.getClass().getName(),
                                what));
    }

    private static UserError refused(Object by, String why) {
        return new UserError(by.getClass().getName() + ": " + why);
    }
}
