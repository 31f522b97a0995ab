package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.run.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.UniqueId;

/** Surefire's selection of methods, which is applied after discovery: one that leaves nothing must not be green. */
class SurefireOptionTest {
    private final MatrixDescriptor matrix = new MatrixDescriptor(
            MatrixIdentity.of(UniqueId.forEngine("interop"), SurefireOptionTest.class),
            Settings.read(it -> Optional.empty()),
            Samples.plan(List.of("alpha", "beta"), "handshake"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SurefireOptionTest#alpha × beta › handshake",
                "SurefireOptionTest#alpha ? beta ? handshake",
                "SurefireOptionTest#*handshake",
                "SurefireOption*#*handshake+nothing",
                "dev.interop.engine.SurefireOptionTest#alpha*",
                "dev/interop/engine/SurefireOptionTest.java#alpha*",
                "SurefireOptionTest,SurefireOptionTest#nothing",
                "OtherTest#nothing",
                "SurefireOptionTest"
            })
    void aSelectionThatLeavesACellIsLeftToSurefire(String value) {
        assertThatCode(() -> new SurefireOption(value).requireMatch(matrix)).doesNotThrowAnyException();
    }

    /** The first is how a JVM with an ASCII locale gets the name of a cell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SurefireOptionTest#alpha ?? beta ??? handshake",
                "SurefireOptionTest#alpha \uFFFD\uFFFD beta \uFFFD\uFFFD\uFFFD handshake",
                "SurefireOptionTest#*handshak",
                "*Test#alpha × beta › retry"
            })
    void aSelectionThatLeavesNoneIsRefusedWithAFormInAscii(String value) {
        assertThatThrownBy(() -> new SurefireOption(value).requireMatch(matrix))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("matches no cell of dev.interop.engine.SurefireOptionTest")
                .hasMessageContaining("-Dtest='SurefireOptionTest#CLIENT ? SERVER ? TEST'");
    }
}
