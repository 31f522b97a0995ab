package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.testbed.cell.KeepRule;
import dev.interop.testbed.cell.KeptCell;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.Removal;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerFacts;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.OutputSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real containers that stay after their run. */
@Tag("container")
@Timeout(120)
class KeptContainersTest {
    private final ContainerBackend engine = Engine.connect();
    private final List<KeptCell> kept = new ArrayList<>();
    private String session = "";

    @AfterEach
    void removeWhatIsKept() {
        own().forEach(it -> engine.removeContainer(it.id()));
        new Removal(engine).session(session);
        engine.close();
    }

    @Test
    void aKeptCellCanBeEnteredAndRunAgainAfterItsRun(@TempDir Path folder) throws Exception {
        try (var open = new OpenTestbed(folder, it -> it)) {
            session = open.session();
            var client = Scripted.endpoint("touch /logs/seen; wc -l </certs/ca.pem; exit 3");
            var test = Scripted.test(Optional.of(Scripted.READY), OpenTestbed.SECONDS_20);
            open.testbed()
                    .run(
                            open.lane(),
                            open.job(client, Scripted.endpoint(Scripted.STAY), test)
                                    .with(rule()));
        }

        var names = own().stream().map(ContainerFacts::name).toList();
        assertThat(names).hasSize(7).allMatch(it -> it.startsWith(Owner.KEPT + session));
        assertThat(LeftOver.networks(engine, session)).isEqualTo(2);
        assertThat(new Removal(engine).keptContainers()).containsAll(names);

        var network = id(kept.get(0).networks().get(ContainerRole.CLIENT));
        assertThat(said(network, "ls /logs/seen; ip -o address show up | grep -c 193.167"))
                .isEqualTo("/logs/seen\n1\n");

        var again = id(kept.get(0).containers().get(ContainerRole.CLIENT));
        var exit = engine.exitOf(again);
        engine.startContainer(again);
        assertThat(exit.get(20, TimeUnit.SECONDS)).isEqualTo(3);
    }

    private String said(String container, String script) {
        var out = new ByteArrayOutputStream();
        var execution = engine.execute(container, List.of("sh", "-c", script), "0", OutputSink.into(out));
        assertThat(execution.output().finish(Duration.ofSeconds(20))).isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<ContainerFacts> own() {
        return engine.containers(Owner.SESSION).stream()
                .filter(it -> session.equals(it.labels().get(Owner.SESSION)))
                .toList();
    }

    private String id(String name) {
        return own().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private KeepRule rule() {
        return new KeepRule() {
            @Override
            public boolean keeps(Recording recording) {
                return true;
            }

            @Override
            public void kept(KeptCell cell) {
                kept.add(cell);
            }
        };
    }
}
