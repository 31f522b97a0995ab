package dev.interop.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.registry.RegistrySection;
import dev.interop.registry.Role;
import dev.interop.testing.ProtocolAssert;
import dev.interop.testing.SimpleTestCase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in a third party's protocol is one line that names its class. */
class MistakenProtocolTest {
    @Test
    void aProtocolWithoutAMistakeIsInstalled() {
        assertThat(InstalledProtocols.of(List.of(new Acme()), List.of())).hasSize(1);
    }

    @Test
    void aNameThatCannotBeAFolderIsRefused() {
        for (var name : List.of("Pong/../x", "Pong", "", "version", "a b")) {
            assertRefused(named(name), "'" + name + "' cannot be a protocol's name");
        }
    }

    @Test
    void aNameOrTitleThatIsMissingIsRefused() {
        assertRefused(named(null), "name() returned null");
        assertRefused(
                new Acme() {
                    @Override
                    public String title() {
                        return null;
                    }
                },
                "title() returned null");
    }

    @Test
    void aRoleWithAnInvalidNameIsRefused() {
        assertRefused(
                new Acme() {
                    @Override
                    public Role serverRole() {
                        return new Role("Po/ng er");
                    }
                },
                "serverRole() failed: 'Po/ng er' is no name of a role");
    }

    @Test
    void aParameterThatIsNotTheProtocolsIsRefused() {
        assertRefused(
                withParameters(ProtocolParameter.flag("interop.lanes", true, "x")),
                "parameter 'interop.lanes': its key has to begin with 'interop.acme.'");
        var twice = ProtocolParameter.flag("interop.acme.loud", true, "x");
        assertRefused(withParameters(twice, twice), "parameter 'interop.acme.loud'");
    }

    private static Protocol withParameters(ProtocolParameter... parameters) {
        return new Acme() {
            @Override
            public List<ProtocolParameter> parameters() {
                return List.of(parameters);
            }
        };
    }

    @Test
    void oneRoleForBothSidesIsRefused() {
        assertRefused(
                new Acme() {
                    @Override
                    public Role serverRole() {
                        return clientRole();
                    }
                },
                "clientRole() and serverRole() are both 'client'; use two different roles");
    }

    @Test
    void aSectionWithAReservedNameIsRefused() {
        assertRefused(
                new Acme() {
                    @Override
                    public RegistrySection registrySection() {
                        return RegistrySection.of("version", List.of(Role.CLIENT));
                    }
                },
                "registrySection() failed: 'version' cannot be a protocol's name");
    }

    @Test
    void aSectionWithAnotherProtocolsNameIsRefused() {
        assertRefused(
                new Acme() {
                    @Override
                    public RegistrySection registrySection() {
                        return RegistrySection.of("quic", List.of(Role.CLIENT));
                    }
                },
                "the registry section is named 'quic'; name it 'acme', as the protocol");
    }

    @Test
    void aKeyWhoseSchemaIsNoJsonIsRefused() {
        assertRefused(withKey("{\"type\": "), "registrySection() failed: the schema of 'greeting' is not JSON");
        assertRefused(withKey("\"string\""), "registrySection() failed: the schema of 'greeting' is no JSON object");
    }

    @Test
    void aSchemaWithoutAMistakePassesTheTestOfAnAuthor() {
        ProtocolAssert.assertThat(withKey("{\"$ref\": \"#/$defs/image\"}")).hasValidRegistrySection();
    }

    @Test
    void aKeyWhoseSchemaIsInvalidFailsTheTestOfAnAuthor() {
        assertInvalidSection(withKey("{\"type\": \"nonsense\"}"), "/$defs/");
        assertInvalidSection(withKey("{\"minLength\": \"two\"}"), "/$defs/");
    }

    @Test
    void aReferenceToADefinitionThatDoesNotExistFailsTheTestOfAnAuthor() {
        assertInvalidSection(withKey("{\"$ref\": \"#/$defs/imagee\"}"), "");
    }

    @Test
    void aDefinitionThatTheRegistryHasOtherwiseFailsTheTestOfAnAuthor() {
        assertInvalidSection(
                section("{\"type\": \"object\", \"$defs\": {\"image\": {\"type\": \"number\"}}}"),
                "the registry section 'acme' defines 'image'");
    }

    /** Validating it costs 0.3 s at each start. */
    @Test
    void aStartDoesNotValidateTheSchema() {
        assertThat(InstalledProtocols.of(List.of(withKey("{\"type\": \"nonsense\"}")), List.of()))
                .hasSize(1);
    }

    @Test
    void testCasesThatThrowOrAreMissingAreRefused() {
        assertRefused(
                new Acme() {
                    @Override
                    public List<TestCase> testCases() {
                        throw new IllegalStateException("no list\nof them");
                    }
                },
                "testCases() failed: no list\\u000aof them");
        assertRefused(
                new Acme() {
                    @Override
                    public List<TestCase> testCases() {
                        return Arrays.asList((TestCase) null);
                    }
                },
                "testCases() returned a list with null in it");
        assertRefused(
                new Acme() {
                    @Override
                    public List<TestCase> testCases() {
                        throw new NoClassDefFoundError("com/acme/Missing");
                    }
                },
                "testCases() failed: com/acme/Missing");
    }

    @Test
    void aContractThatThrowsIsRefused() {
        assertRefused(
                new Acme() {
                    @Override
                    public Contract contract() {
                        throw new IllegalStateException();
                    }
                },
                "contract() failed: java.lang.IllegalStateException");
    }

    @Test
    void aProviderThatThrowsIsRefused() {
        var provider = new TestCaseProvider() {
            @Override
            public String protocol() {
                return "acme";
            }

            @Override
            public List<TestCase> testCases() {
                throw new IllegalStateException("nothing there");
            }
        };

        assertThatThrownBy(() -> InstalledProtocols.of(List.of(new Acme()), List.of(provider)))
                .isInstanceOf(UserError.class)
                .hasMessage(provider.getClass().getName() + ": testCases() failed: nothing there");
    }

    @Test
    void aProtocolThatCannotBeCreatedIsRefusedWithTheReason(@TempDir Path folder) throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Protocol.class.getName()), Uncreatable.class.getName());

        try (var classPath =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Uncreatable.class.getClassLoader())) {
            assertThatThrownBy(() -> Protocols.services(Protocol.class, classPath))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(Uncreatable.class.getName())
                    .hasMessageContaining("'Po/ng er' is no name of a role")
                    .extracting(Throwable::getMessage)
                    .asString()
                    .hasLineCount(1);
        }
    }

    @Test
    void aProtocolThatCannotBeLinkedIsRefusedWithTheClassThatIsMissing(@TempDir Path folder) throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Protocol.class.getName()), "com.acme.Unlinked");
        var urls = new URL[] {folder.toUri().toURL()};

        try (var classPath = new URLClassLoader(urls, Acme.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) {
                throw new NoClassDefFoundError("com/acme/Missing");
            }
        }) {
            assertThatThrownBy(() -> Protocols.services(Protocol.class, classPath))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("NoClassDefFoundError: com/acme/Missing");
        }
    }

    /** A protocol whose constructor throws. */
    public static final class Uncreatable extends Acme {
        /** Always throws. */
        public Uncreatable() {
            new Role("Po/ng er");
        }
    }

    private static Protocol named(String name) {
        return new Acme() {
            @Override
            public String name() {
                return name;
            }
        };
    }

    private static Protocol withKey(String schema) {
        return new Acme() {
            @Override
            public RegistrySection registrySection() {
                return super.registrySection().withKey("greeting", schema);
            }
        };
    }

    private static Protocol section(String schema) {
        return new Acme() {
            @Override
            public RegistrySection registrySection() {
                return new RegistrySection("acme", schema);
            }
        };
    }

    private static void assertRefused(Protocol protocol, String message) {
        assertThatThrownBy(() -> InstalledProtocols.of(List.of(protocol), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(protocol.getClass().getName() + ": " + message)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    private static void assertInvalidSection(Protocol protocol, String problem) {
        assertThatThrownBy(() -> ProtocolAssert.assertThat(protocol).hasValidRegistrySection())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the schema of section 'acme' is invalid: " + problem);
    }

    private static class Acme implements Protocol {
        @Override
        public String name() {
            return "acme";
        }

        @Override
        public String title() {
            return "Acme";
        }

        @Override
        public RegistrySection registrySection() {
            return Protocol.super.registrySection();
        }

        @Override
        public List<TestCase> testCases() {
            return List.of(new SimpleTestCase("H", "handshake"));
        }
    }
}
