package dev.interop.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.testing.SimpleProtocol;
import dev.interop.testing.SimpleTestCase;
import dev.interop.verdict.Check;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstalledProtocolsTest {
    private static final Protocol QUIC =
            new SimpleProtocol(List.of(new SimpleTestCase("H", "handshake"), new SimpleTestCase("S", "retry")));

    @Test
    void addedTestCasesComeAfterTheProtocolsOwn() {
        var quic = install(
                new Provider("quic", new SimpleTestCase("X1", "acme-one"), new SimpleTestCase("X2", "acme-two")));

        assertThat(quic.testCases()).extracting(TestCase::letter).containsExactly("H", "S", "X1", "X2");
        assertThat(quic.testCase("acme-two")).isPresent();
        assertThat(quic.testCase("retry")).isPresent();
        assertThat(quic.as(RunMode.NONE).testCases()).hasSize(4);
    }

    @Test
    void severalProvidersAddToOneProtocol() {
        var quic = install(
                new Provider("quic", new SimpleTestCase("X1", "acme-one")),
                new Provider("quic", new SimpleTestCase("X2", "acme-two")));

        assertThat(quic.testCases()).hasSize(4);
    }

    @Test
    void aConflictIsRefusedInOneLineThatNamesTheClass() {
        assertRefused(
                "test case 'retry': QUIC has a test case of name 'retry' already (" + SimpleTestCase.class.getName()
                        + "); choose another name",
                new Provider("quic", new SimpleTestCase("X", "retry")));
        assertRefused(
                "test case 'acme': QUIC has a test case of letter 'H' already",
                new Provider("quic", new SimpleTestCase("H", "acme")));
        assertRefused(
                "test case 'other': QUIC has a test case of letter 'X' already",
                new Provider("quic", new SimpleTestCase("X", "acme")),
                new Provider("quic", new SimpleTestCase("X", "other")));
        assertRefused(
                "protocol 'qiuc' is not known; did you mean 'quic'?",
                new Provider("qiuc", new SimpleTestCase("X", "acme")));
        assertRefused(
                "'../acme' is no name of a test case; use lower case letters, digits and hyphens",
                new Provider("quic", new SimpleTestCase("X", "../acme")));
        assertRefused(
                "test case 'acme': 'a|b' cannot stand for it in a matrix",
                new Provider("quic", new SimpleTestCase("a|b", "acme")));
    }

    @Test
    void aScenarioThatTheProtocolDoesNotKnowIsRefusedWithTheNearestName() {
        assertRefused(
                "test case 'acme': scenario 'simple-p2q' is not known; did you mean 'simple-p2p'?",
                new Provider("quic", new InScenario("simple-p2q --delay=15ms")));
        assertRefused(
                "test case 'acme': 'simple-p2p delay' is not a scenario",
                new Provider("quic", new InScenario("simple-p2p delay")));
    }

    @Test
    void aScenarioThatTheProviderNamesIsKnown() {
        var jitter = new Provider("quic", new InScenario("jitter --most=1s")) {
            @Override
            public List<String> scenarios() {
                return List.of("jitter");
            }
        };

        assertThat(install(jitter).scenarios()).containsAll(Scenario.STANDARD).endsWith("jitter");
    }

    @Test
    void twoProtocolsWithTheSameNameAreRefused() {
        assertThatThrownBy(() -> InstalledProtocols.of(List.of(QUIC, new SimpleProtocol(List.of())), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessage("%1$s: protocol 'quic' is %1$s already; give it another name"
                        .formatted(SimpleProtocol.class.getName()));
    }

    /** A method without delegation would silently use the interface's default. */
    @Test
    void anExtendedProtocolDelegatesEveryMethod() {
        assertThat(Stream.of(Protocol.class.getMethods())
                        .filter(it -> !Modifier.isStatic(it.getModifiers()))
                        .filter(it -> !isDeclared(it)))
                .isEmpty();
    }

    private static boolean isDeclared(Method method) {
        return Stream.of(ExtendedProtocol.class.getDeclaredMethods())
                .anyMatch(it -> it.getName().equals(method.getName())
                        && List.of(it.getParameterTypes()).equals(List.of(method.getParameterTypes())));
    }

    private static Protocol install(Provider... providers) {
        return InstalledProtocols.of(List.of(QUIC), List.of(providers)).get(0);
    }

    private static void assertRefused(String message, Provider... providers) {
        assertThatThrownBy(() -> install(providers))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(Provider.class.getName() + ": " + message)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    private static class Provider implements TestCaseProvider {
        private final String protocol;
        private final List<TestCase> testCases;

        Provider(String protocol, TestCase... testCases) {
            this.protocol = protocol;
            this.testCases = List.of(testCases);
        }

        @Override
        public String protocol() {
            return protocol;
        }

        @Override
        public List<TestCase> testCases() {
            return testCases;
        }
    }

    private record InScenario(String words) implements TestCase {
        @Override
        public String name() {
            return "acme";
        }

        @Override
        public String letter() {
            return "X";
        }

        @Override
        public String description() {
            return "A test case in a scenario.";
        }

        @Override
        public String clientTestcase() {
            return "handshake";
        }

        @Override
        public String serverTestcase() {
            return "handshake";
        }

        @Override
        public List<TestFile> files() {
            return List.of();
        }

        @Override
        public Optional<String> scenario() {
            return Optional.of(words);
        }

        @Override
        public Duration limit() {
            return Duration.ofSeconds(1);
        }

        @Override
        public List<Check> checks() {
            return List.of();
        }
    }
}
