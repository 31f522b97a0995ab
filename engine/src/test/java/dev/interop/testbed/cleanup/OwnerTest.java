package dev.interop.testbed.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerTest {
    private final Owner current = Owner.current("s");

    @Test
    void thisProcessIsNotDead() {
        assertThat(current.isDead()).isFalse();
    }

    @Test
    void anOwnerIsFoundByItsLabels() {
        assertThat(Owner.of(current.labels())).contains(current);
    }

    @Test
    void aResourceWithoutLabelsHasNoOwner() {
        assertThat(Owner.of(Map.of("other", "label"))).isEmpty();
    }

    @Test
    void aProcessThatIsGoneIsDead() {
        assertThat(new Owner("s", current.host(), 4_000_000, current.started(), "").isDead())
                .isTrue();
    }

    @Test
    void aProcessWhoseNumberIsUsedAgainIsDead() {
        assertThat(new Owner("s", current.host(), current.pid(), current.started() - 60_000, "").isDead())
                .isTrue();
    }

    @Test
    void aProcessOfAnotherMachineIsNeverDead() {
        assertThat(new Owner("s", "another", 4_000_000, 1, "").isDead()).isFalse();
    }
}
