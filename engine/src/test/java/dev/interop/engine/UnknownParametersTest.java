package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A parameter whose name is misspelt would be a run with the default; it is refused wherever it is given. */
@Isolated("sets system properties")
class UnknownParametersTest {
    @TempDir
    Path temp;

    @InteropTest(tests = "handshake")
    static class Sample {}

    @InteropTest(parameters = "interop.lane=1")
    static class Misspelt {}

    @InteropTest(parameters = "interop.lanes")
    static class WithoutValue {}

    @Test
    void anUnknownParameterOfTheAnnotationIsRefused() throws Exception {
        assertThat(refused(Misspelt.class, "", ""))
                .isEqualTo("@InteropTest's parameter 'interop.lane': no such parameter; nearest: interop.lanes");
    }

    @Test
    void aParameterOfTheAnnotationHasAValue() throws Exception {
        assertThat(refused(WithoutValue.class, "", ""))
                .isEqualTo("@InteropTest's parameter 'interop.lanes' has no value; write it as interop.lanes=VALUE");
    }

    @Test
    void anUnknownConfigurationParameterIsRefused() throws Exception {
        assertThat(refused(Sample.class, "interop.clinets", "one"))
                .isEqualTo("configuration parameter 'interop.clinets': no such parameter; nearest: interop.clients");
    }

    @Test
    void anUnknownSystemPropertyIsRefused() throws Exception {
        System.setProperty("interop.sede", "5");
        try {
            assertThat(refused(Sample.class, "", ""))
                    .isEqualTo("system property 'interop.sede': no such parameter; nearest: interop.seed");
        } finally {
            System.clearProperty("interop.sede");
        }
    }

    @Test
    void aNameThatIsNearToNoneIsRefusedToo() throws Exception {
        assertThat(refused(Sample.class, "interop.colour", "red"))
                .isEqualTo("configuration parameter 'interop.colour': no such parameter;"
                        + " the reference page lists all parameters");
    }

    @Test
    void othersNamesAreLetPass() throws Exception {
        assertThat(matrix(Sample.class, "interoperability.seed", "5")).isInstanceOf(MatrixDescriptor.class);
    }

    private String refused(Class<?> testClass, String key, String value) throws Exception {
        return ((BrokenMatrixDescriptor) matrix(testClass, key, value)).error().getMessage();
    }

    private TestDescriptor matrix(Class<?> testClass, String key, String value) throws Exception {
        var registry = Files.writeString(
                temp.resolve("implementations.json"),
                "{\"version\": \"2.0\", \"implementations\": {\"one\": {\"quic\": {\"image\": \"i\", \"roles\": [\"client\", \"server\"]}}}}");
        var kit = EngineTestKit.engine(new InteropTestEngine())
                .configurationParameter("interop.registry", registry.toString())
                .selectors(selectClass(testClass));
        return (key.isEmpty() ? kit : kit.configurationParameter(key, value))
                .discover()
                .getEngineDescriptor()
                .getChildren()
                .iterator()
                .next();
    }
}
