package dev.interop.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final String REVISION = "org.opencontainers.image.revision";

    @Test
    void labelsSurviveWritingAndReading() {
        var it = new Provenance("https://git.example/x", "main", "1a2b3c4d5e6f", true, "2026-11-24T16:42:50Z");

        assertThat(Provenance.of(it.labels())).contains(it);
        assertThat(it.text()).isEqualTo("main@1a2b3c4d5e+");
        assertThat(it.whole()).isEqualTo("https://git.example/x, main, commit 1a2b3c4d5e6f, with changes");
    }

    @Test
    void anImageWithoutLabelsHasNoProvenance() {
        assertThat(Provenance.of(Map.of("org.opencontainers.image.version", "1")))
                .isEmpty();
    }

    @Test
    void aLongForeignLabelIsCut() {
        var it = Provenance.of(Map.of(REVISION, "x".repeat(1 << 20))).orElseThrow();

        assertThat(it.commit()).hasSizeLessThan(400).endsWith("x…");
    }

    @Test
    void credentialsInTheRepositoryUrlAreRemoved() {
        assertThat(new Provenance("https://me:secret@git.example/x", "", "", false, "").repository())
                .isEqualTo("https://git.example/x");
        assertThat(new Provenance("git@git.example:x", "", "", false, "").repository())
                .isEqualTo("git@git.example:x");
    }
}
