package dev.interop.protocol;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Combines protocols with the test cases that providers add, and refuses a mistake or conflict with one line that names
 * the class at fault.
 */
final class InstalledProtocols {
    private InstalledProtocols() {}

    /**
     * @throws UserError when a protocol or provider says something invalid, when two protocols have the same name, when
     *     a test case's name, letter or scenario is invalid or taken, or when a provider names a protocol that does not
     *     exist
     */
    static List<Protocol> of(List<Protocol> protocols, List<TestCaseProvider> providers) {
        var byName = new HashMap<String, Protocol>();
        for (var protocol : protocols) {
            ProtocolCheck.check(protocol);
            var before = byName.putIfAbsent(protocol.name(), protocol);
            if (before != null) {
                throw new ProviderCalls(protocol)
                        .refused("protocol '%s' is %s already; give it another name"
                                .formatted(protocol.name(), before.getClass().getName()));
            }
        }
        for (var provider : providers) {
            byName.compute(named(provider, byName).name(), (name, protocol) -> extended(protocol, provider));
        }
        return List.copyOf(byName.values());
    }

    private static Protocol named(TestCaseProvider provider, Map<String, Protocol> byName) {
        var calls = new ProviderCalls(provider);
        var name = calls.value("protocol()", provider::protocol);
        var protocol = byName.get(name);
        if (protocol == null) {
            throw calls.refused("protocol '%s' is not known; %s"
                    .formatted(
                            Printable.of(name),
                            NearestName.of(name, byName.keySet())
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
        var calls = new ProviderCalls(provider);
        var added = calls.list("testCases()", provider::testCases);
        var scenarios = calls.list("scenarios()", provider::scenarios);
        // Includes test cases that a protocol finds by name but does not list.
        added.forEach(test -> protocol.testCase(calls.value("name() of a test case", test::name))
                .ifPresent(other -> {
                    throw ProtocolCheck.taken(calls, protocol, test, other, "name", test.name());
                }));
        var extended = new ExtendedProtocol(protocol, added, scenarios);
        ProtocolCheck.testCases(extended, provider);
        return extended;
    }
}
