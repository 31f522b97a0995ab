package dev.interop.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOrderTest {
    @Test
    void releasesAreOrderedByTheirNumbersAndPreviewsComeBefore() {
        for (var ordered : List.of(
                List.of("v0.9.0", "v0.10.0-rc1", "v0.10.0", "v0.10.1", "v1.0.0"),
                List.of("0.9", "0.9.1", "0.10", "0.10.1"),
                List.of("0.11.0a3", "0.11.0rc1", "0.11.0rc2", "0.11.0", "0.11.0.post1", "0.11.1"),
                List.of("v2.0.0+incompatible", "v2.0.1"))) {
            var shuffled = new ArrayList<>(ordered);
            Collections.reverse(shuffled);

            shuffled.sort(VersionOrder.ORDER);

            assertThat(shuffled).isEqualTo(ordered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.10.0-rc1", "1.0.0a1", "1.0.0.dev3"})
    void aCandidateIsAPreview(String release) {
        assertThat(VersionOrder.isPreview(release)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.10.0", "1.0", "1.0.post1", "v2.0.0+incompatible", "forky"})
    void aReleaseIsNone(String release) {
        assertThat(VersionOrder.isPreview(release)).isFalse();
    }
}
