package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.listener.RunListener;
import dev.interop.plan.NameFilter;
import dev.interop.plan.Plan;
import dev.interop.plan.Planner;
import dev.interop.plan.Selection;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.TestCase;
import dev.interop.recording.NetworkDecisions;
import dev.interop.recording.Recording;
import dev.interop.registry.Registry;
import dev.interop.testbed.cell.CellJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of alterations whose packets are shorter in this run than in the one that it was made from. */
class MissedAlterationsTest {
    private static final String LIST = "corruptlist --alters_to_client=5:46:0x17,6:46:0x17";
    private static final String DECISIONS = """
            {"format":1,"seed":"0x7"}
            {"direction":"to_client","packet":5,"frame":31,"decision":"missed","byte":46,"after":"0x17"}
            """;

    @TempDir
    Path temp;

    private final List<String> notes = new CopyOnWriteArrayList<>();

    private List<String> notesOfARun(String scenario, String decisions) {
        var testbed = new FakeTestbed(1, (lane, job) -> record(job, decisions));
        new Conductors(temp)
                .conductor(testbed, Conductors.GREEN, new RunListener() {
                    @Override
                    public void note(String line) {
                        notes.add(line);
                    }
                })
                .run(plan(scenario));
        return notes;
    }

    private static Recording record(CellJob job, String decisions) {
        try {
            var folder = Files.createDirectories(job.folder().resolve("sim"));
            Files.writeString(folder.resolve(NetworkDecisions.FILE), decisions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FakeTestbed.recording(job, 0, Optional.empty());
    }

    private static Plan plan(String scenario) {
        var all = NameFilter.parse("--clients", "");
        return new Planner()
                .plan(
                        new Registry(List.of(Samples.implementation("a")), Optional.empty(), List.of()),
                        new OverOneNetwork(List.of(Samples.test("transfer")), scenario),
                        new Selection(all, all, all, RouteFilter.all()),
                        42);
    }

    private record OverOneNetwork(List<TestCase> testCases, String words) implements Protocol {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String title() {
            return "Sample";
        }

        @Override
        public Optional<String> scenario(TestCase test) {
            return Optional.of(words);
        }
    }

    @Test
    void theRunSaysThatAPacketEndsBeforeTheByteThatTheListReplaces() {
        assertThat(notesOfARun(LIST, DECISIONS))
                .containsExactly(
                        "sample/a_a/transfer: packet 5 to the client was not altered, since it ends before byte 46");
    }

    @Test
    void severalMissedPacketsAreOneLine() {
        var second = DECISIONS.lines().skip(1).findFirst().orElseThrow().replace(":5,", ":6,");

        assertThat(notesOfARun(LIST, DECISIONS + second + "\n"))
                .singleElement()
                .asString()
                .endsWith("byte 46; the same for 1 more");
    }

    @Test
    void aListThatMissedNothingIsNoNote() {
        assertThat(notesOfARun(LIST, DECISIONS.replace("missed", "altered"))).isEmpty();
    }

    @Test
    void decisionsThatCannotBeReadEndNoRun() {
        assertThat(notesOfARun(LIST, "no JSON\n")).isEmpty();
    }

    @Test
    void otherScenariosAreNotAskedForIt() {
        assertThat(notesOfARun("drop-rate --rate_to_client=2", DECISIONS)).isEmpty();
    }
}
