package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.cli.doctor.Diagnosis;
import dev.interop.cli.doctor.Doctor;
import dev.interop.cli.doctor.simulator.SimulatorCheck;
import dev.interop.run.DockerBackend;
import dev.interop.testbed.context.TestbedOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the machine. */
@Command(
        name = "doctor",
        description = "Check what a run needs of this machine, each finding with its remedy.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long MAVEN_SECONDS = 20;

    @Option(
            names = "--sim",
            arity = "0..1",
            paramLabel = "IMAGE",
            fallbackValue = "",
            description = "Measure this simulator image instead of the machine (default: that of"
                    + " interop.simulator.image).")
    private String simulator;

    @Mixin
    private final ParameterOptions builds = ParameterOptions.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var bad = new AtomicBoolean();
        Consumer<Diagnosis> show = it -> {
            show(it);
            bad.compareAndSet(false, it.state() == Diagnosis.State.BAD);
        };
        if (simulator == null) {
            refuseOptionsOfBuilds();
            var all = new ArrayList<>(new Doctor(Path.of("target"), options("doctor-", it -> {})).examine());
            if (!ProductHome.current().isArchive()) {
                all.add(1, maven());
            }
            all.forEach(show);
        } else {
            measure(show);
        }
        return bad.get() ? ExitCode.HARNESS : ExitCode.OK;
    }

    private void measure(Consumer<Diagnosis> show) {
        var settings = builds.settings();
        builds.certificates(settings);
        var notes = ParameterOptions.notes(spec.commandLine().getOut());
        try {
            var image = simulator.isEmpty() ? settings.images().simulator() : simulator;
            new SimulatorCheck(image, DockerBackend.toolOptions(settings, notes), options("sim-", notes)).run(show);
        } catch (UserError e) {
            throw e.ofEnvironment();
        }
    }

    private TestbedOptions options(String prefix, Consumer<String> notes) {
        var session = prefix + ProcessHandle.current().pid();
        return DockerBackend.testbedOptions(builds.settings(), session, notes);
    }

    /** Only the measurement of a simulator builds images. */
    private void refuseOptionsOfBuilds() {
        for (var it : builds.offered()) {
            if (builds.value(it).isPresent()) {
                throw new UserError(it.option().orElseThrow().name() + " applies to doctor --sim; leave it out");
            }
        }
    }

    private void show(Diagnosis diagnosis) {
        var out = spec.commandLine().getOut();
        out.printf("%-5s %-22s %s%n", mark(diagnosis), diagnosis.subject(), Printable.of(diagnosis.seen()));
        if (!diagnosis.remedy().isEmpty()) {
            out.printf("      %-22s → %s%n", "", diagnosis.remedy());
        }
        out.flush();
    }

    private static String mark(Diagnosis diagnosis) {
        return switch (diagnosis.state()) {
            case GOOD -> "ok";
            case WEAK -> "weak";
            case BAD -> "BAD";
        };
    }

    private static Diagnosis maven() {
        var remedy = "install Maven 3.8 or later, or run ./interop test once as root on Debian or Ubuntu";
        try {
            var process = new ProcessBuilder(List.of("mvn", "--batch-mode", "--version"))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(MAVEN_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                var version = said.lines()
                        .filter(it -> it.contains("Apache Maven"))
                        .findFirst()
                        .orElse("there")
                        .replaceAll("\u001b\\[[0-9;]*m", "");
                return new Diagnosis("Maven", Diagnosis.State.GOOD, version, "");
            }
            return new Diagnosis("Maven", Diagnosis.State.BAD, "mvn --version fails", remedy);
        } catch (IOException e) {
            return new Diagnosis("Maven", Diagnosis.State.BAD, "not found", remedy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Diagnosis("Maven", Diagnosis.State.WEAK, "interrupted", remedy);
        }
    }
}
