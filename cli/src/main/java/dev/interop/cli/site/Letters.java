package dev.interop.cli.site;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letters of test cases in a matrix: the protocol's own, and generated ones for unknown test cases. */
final class Letters {
    private Letters() {}

    /** Test case → letter, in order; no two are the same. */
    static Map<String, String> of(List<String> tests, Optional<Protocol> protocol) {
        var letters = new LinkedHashMap<String, String>();
        for (var test : tests) {
            var known = protocol.flatMap(it -> it.testCase(test)).map(TestCase::letter);
            letters.put(test, known.orElseGet(() -> generated(test, new ArrayList<>(letters.values()))));
        }
        return letters;
    }

    private static String generated(String test, List<String> taken) {
        for (var length = 2; length <= test.length(); length++) {
            var letter = test.substring(0, length);
            if (!taken.contains(letter)) {
                return letter;
            }
        }
        for (var number = 2; ; number++) {
            var letter = test.substring(0, Math.min(1, test.length())) + number;
            if (!taken.contains(letter)) {
                return letter;
            }
        }
    }
}
