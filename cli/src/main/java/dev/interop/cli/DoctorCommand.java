package dev.interop.cli;

import dev.interop.cli.doctor.Diagnosis;
import dev.interop.cli.doctor.Doctor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the machine. */
@Command(
        name = "doctor",
        description = "Check what a run needs of this machine, each finding with its remedy.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long MAVEN_SECONDS = 20;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var all = new ArrayList<>(new Doctor(Path.of("target")).examine());
        if (!ProductHome.current().isArchive()) {
            all.add(1, maven());
        }
        var out = spec.commandLine().getOut();
        for (var it : all) {
            out.printf("%-5s %-22s %s%n", mark(it), it.subject(), it.seen());
            if (!it.remedy().isEmpty()) {
                out.printf("      %-22s → %s%n", "", it.remedy());
            }
        }
        return all.stream().anyMatch(it -> it.state() == Diagnosis.State.BAD) ? ExitCode.HARNESS : ExitCode.OK;
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
