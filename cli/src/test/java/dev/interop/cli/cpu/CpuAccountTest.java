package dev.interop.cli.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.cpu.CpuAccount.Took;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuAccountTest {
    private static final ProcessKind ENGINE = new ProcessKind("engine", true);
    private static final ProcessKind SHIM = new ProcessKind("shim", true);

    private final CpuAccount account =
            new CpuAccount(it -> new ProcessKind(it.name(), !it.name().equals("maven")));

    @Test
    void whatAProcessDidBeforeTheFirstLookDoesNotCount() {
        account.add(List.of(engine(1_000, 5_000)));
        account.add(List.of(engine(1_007, 5_000)));

        assertThat(account.byKind()).containsOnlyKeys(ENGINE).containsEntry(ENGINE, new Took(1, 7));
    }

    @Test
    void aProcessThatBeganLaterCountsFromItsBeginning() {
        account.add(List.of(engine(0, 0)));
        account.add(List.of(engine(0, 0), shim(2, 50, 30, 0)));
        account.add(List.of(engine(0, 0), shim(2, 50, 40, 0)));

        assertThat(account.byKind()).containsEntry(SHIM, new Took(1, 40));
    }

    @Test
    void childrenThatNoLookSawCountAsTheirParents() {
        account.add(List.of(engine(0, 200)));
        account.add(List.of(engine(0, 325)));

        assertThat(account.byKind()).containsEntry(ENGINE.unseenChildren(), new Took(0, 125));
    }

    @Test
    void aChildThatWasSeenBeforeItEndedCountsOnce() {
        account.add(List.of(engine(0, 0)));
        account.add(List.of(engine(0, 0), shim(2, 50, 30, 8)));
        account.add(List.of(engine(0, 45)));

        assertThat(account.byKind())
                .containsEntry(SHIM, new Took(1, 30))
                .containsEntry(SHIM.unseenChildren(), new Took(0, 8))
                .containsEntry(ENGINE.unseenChildren(), new Took(0, 7));
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherProcess() {
        account.add(List.of(engine(0, 0), shim(2, 10, 30, 0)));
        account.add(List.of(engine(0, 30), shim(2, 99, 4, 0)));

        assertThat(account.byKind()).containsEntry(SHIM, new Took(2, 4)).doesNotContainKey(ENGINE.unseenChildren());
    }

    @Test
    void aContainersProcessIsWhatItBecame() {
        account.add(List.of(engine(0, 0)));
        account.add(List.of(engine(0, 0), new ProcessTimes(3, 60, 1, "runc", 2, 0)));
        account.add(List.of(engine(0, 0), new ProcessTimes(3, 60, 1, "client", 9, 0)));

        assertThat(account.byKind()).containsEntry(new ProcessKind("client", true), new Took(1, 9));
    }

    @Test
    void theTableEndsWithTheSumsOfTheRunAndOfTheRest() {
        account.add(List.of(engine(0, 0), new ProcessTimes(8, 3, 0, "maven", 0, 0)));
        account.add(List.of(engine(150, 30), new ProcessTimes(8, 3, 0, "maven", 500, 0), shim(2, 50, 0, 0)));

        assertThat(new CpuTable(account.byKind(), 2).rows())
                .containsExactly(
                        List.of("PROCESSES", "SEEN", "CORE-SECONDS", "A CELL"),
                        List.of("engine", "1", "1.50", "0.75"),
                        List.of("engine: short-lived children", "0", "0.30", "0.15"),
                        List.of("all of these", "2", "1.80", "0.90"),
                        List.of("other programs of the machine", "1", "5.00", "2.50"));
    }

    private static ProcessTimes engine(long own, long children) {
        return new ProcessTimes(1, 5, 0, "engine", own, children);
    }

    private static ProcessTimes shim(long pid, long started, long own, long children) {
        return new ProcessTimes(pid, started, 1, "shim", own, children);
    }
}
