package dev.interop.protocol;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.registry.RegistrySection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks a protocol's own values and its test cases before any other code relies on them. */
final class ProtocolCheck {
    /** Names become folders and parts of ids. */
    private static final Pattern TEST_CASE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final Pattern LETTER = Pattern.compile("[A-Za-z0-9]{1,3}");

    private final Protocol protocol;
    private final ProviderCalls calls;

    private ProtocolCheck(Protocol protocol, ProviderCalls calls) {
        this.protocol = protocol;
        this.calls = calls;
    }

    /**
     * Checks everything that a protocol says of itself.
     *
     * @throws UserError when a method throws or returns null, or a value is invalid
     */
    static void check(Protocol protocol) {
        var check = new ProtocolCheck(protocol, new ProviderCalls(protocol));
        check.name();
        check.roles();
        check.section();
        check.calls.value("contract()", protocol::contract);
        check.parameters();
        check.calls.list("versionRelations()", protocol::versionRelations);
        check.calls.list("publishedFiles()", protocol::publishedFiles);
        check.testCases();
    }

    /**
     * Checks the test cases of a protocol that a provider has extended.
     *
     * @throws UserError when one of them is invalid; the message names the provider's class
     */
    static void testCases(Protocol extended, TestCaseProvider by) {
        new ProtocolCheck(extended, new ProviderCalls(by)).testCases();
    }

    private void name() {
        var name = calls.value("name()", protocol::name);
        RegistrySection.problemWithName(name).ifPresent(it -> {
            throw calls.refused(it);
        });
        calls.value("title()", protocol::title);
    }

    private void roles() {
        var client = calls.value("clientRole()", protocol::clientRole);
        var server = calls.value("serverRole()", protocol::serverRole);
        if (client.equals(server)) {
            throw calls.refused(
                    "clientRole() and serverRole() are both '%s'; use two different roles".formatted(client.label()));
        }
    }

    /** Does not validate the section's schema, which would cost 0.3 s at each start; the protocol's tests do. */
    private void section() {
        var section = calls.value("registrySection()", protocol::registrySection);
        if (!section.name().equals(protocol.name())) {
            throw calls.refused("the registry section is named '%s'; name it '%s', as the protocol"
                    .formatted(section.name(), protocol.name()));
        }
    }

    private void parameters() {
        var start = "interop." + protocol.name() + ".";
        var keys = new HashSet<String>();
        for (var it : calls.list("parameters()", protocol::parameters)) {
            if (!it.key().startsWith(start) || !keys.add(it.key())) {
                throw calls.refused("parameter '%s': its key has to begin with '%s' and to differ from the others"
                        .formatted(Printable.of(it.key()), start));
            }
        }
    }

    private void testCases() {
        var tests = calls.list("testCases()", protocol::testCases);
        var scenarios = calls.list("scenarios()", protocol::scenarios);
        tests.forEach(it -> {
            calls.value("name() of a test case", it::name);
            calls.value("letter() of test case '" + Printable.of(it.name()) + "'", it::letter);
        });
        unique(tests, "name", TestCase::name);
        unique(tests, "letter", TestCase::letter);
        for (var test : tests) {
            if (!TEST_CASE.matcher(test.name()).matches()) {
                throw calls.refused("'%s' is no name of a test case; use lower case letters, digits and hyphens"
                        .formatted(Printable.of(test.name())));
            }
            if (!LETTER.matcher(test.letter()).matches()) {
                throw calls.refused(
                        "test case '%s': '%s' cannot stand for it in a matrix; use one to three letters or digits"
                                .formatted(test.name(), Printable.of(test.letter())));
            }
            var where = calls.by().getClass().getName() + ": test case '" + test.name() + "'";
            calls.value("scenario() of test case '" + test.name() + "'", test::scenario)
                    .ifPresent(it -> new Scenario(it).checked(scenarios, where));
        }
    }

    private void unique(List<TestCase> tests, String what, Function<TestCase, String> value) {
        var before = new HashMap<String, TestCase>();
        for (var test : tests) {
            var other = before.putIfAbsent(value.apply(test), test);
            if (other != null) {
                throw taken(calls, protocol, test, other, what, value.apply(test));
            }
        }
    }

    static UserError taken(
            ProviderCalls calls, Protocol protocol, TestCase test, TestCase other, String what, String value) {
        return calls.refused("test case '%s': %s has a test case of %s '%s' already (%s); choose another %s"
                .formatted(
                        Printable.of(test.name()),
                        protocol.title(),
                        what,
                        Printable.of(value),
                        other.getClass().getName(),
                        what));
    }
}
