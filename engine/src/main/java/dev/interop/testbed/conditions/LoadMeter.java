package dev.interop.testbed.conditions;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.ProcessorWait;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.conditions.WaitingTimes.Sample;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Measures how long the threads of containers wait for a processor. A container of its own reads the scheduler's figures
 * of all containers from {@code /proc}: that works with both versions of control groups, with remote engines, and without
 * asking the endpoints. It sees the processes of the engine's machine, and has neither privileges nor a network.
 */
@API(status = Status.INTERNAL)
public final class LoadMeter {
    private static final String PROGRAM = "load-meter.pl";
    private static final String NOBODY = "65534";
    private static final long MEMORY_BYTES = 64L << 20;
    private static final long PIDS = 16;

    private final WaitingTimes times = new WaitingTimes();
    private volatile Optional<String> self = Optional.empty();

    /**
     * Starts measuring.
     *
     * @param image has Perl
     * @throws dev.interop.testbed.docker.EngineFailure when the engine refuses such a container
     */
    public void start(TestbedContext context, ImageFacts image) {
        var spec = new ContainerSpec(
                context.containerName("load-meter"),
                image.id(),
                context.owner().labels(),
                // It ends with its input.
                Program.of(List.of(
                                "perl",
                                "/" + PROGRAM,
                                String.valueOf(ProcessHandle.current().pid())))
                        .withOpenInput()
                        .as(NOBODY),
                Networking.none(),
                Privilege.METER,
                new Resources(MEMORY_BYTES, PIDS, context.cpus()));
        self = Optional.of(context.engine().startKeptContainer(spec, created -> {
            context.engine().copyIn(created, "/", new TarStream(List.of(TarSource.text(PROGRAM, program()))));
            context.engine().attach(created, times);
        }));
    }

    /**
     * How long the threads of a cell's containers have waited. Containers that were not measured are missing.
     *
     * @param containers role → container
     * @param helpers containers that work for the cell
     * @param processors the most processors that a container gets
     */
    Map<ContainerRole, ProcessorWait> of(
            Map<ContainerRole, String> containers, Set<String> helpers, double processors) {
        var samples = new EnumMap<ContainerRole, List<Sample>>(ContainerRole.class);
        containers.forEach((role, id) -> samples.put(role, times.of(id)));
        var first = samples.values().stream()
                .flatMap(List::stream)
                .mapToLong(Sample::number)
                .min()
                .orElse(0);
        var own = Stream.of(containers.values(), helpers, self.stream().toList())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return ForeignWaits.of(samples, times.ranOutside(own, first), processors);
    }

    private static String program() {
        try (var program = LoadMeter.class.getResourceAsStream(PROGRAM)) {
            if (program == null) {
                throw new IllegalStateException(PROGRAM + " is not beside this class");
            }
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
