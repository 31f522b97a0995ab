package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of QLOGDIR has a qlog. This is optional. */
final class WritesQlog implements Requirement {
    @Override
    public String rule() {
        return "qlog in QLOGDIR (optional)";
    }

    @Override
    public String section() {
        return "2.6";
    }

    @Override
    public boolean concerns(ImageEvidence evidence) {
        return evidence.mayHaveVariable("QLOGDIR");
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return answers().notChecked(evidence.noRun());
        }
        var folder = evidence.run()
                .get()
                .recording()
                .folder()
                .resolve(evidence.subject().containerRole().label())
                .resolve("qlog");
        if (!Files.isDirectory(folder)) {
            return answers().notChecked("none written");
        }
        try (var files = Files.walk(folder)) {
            var all = files.filter(Files::isRegularFile).toList();
            var empty = all.stream().filter(WritesQlog::isEmpty).findFirst();
            if (empty.isPresent()) {
                return answers()
                        .notMet(empty.get().getFileName() + " is empty", "flush and close it before the program ends");
            }
            return all.isEmpty()
                    ? answers().notChecked("none written")
                    : answers().met(all.size() == 1 ? "1 file" : all.size() + " files");
        } catch (IOException e) {
            return answers().notChecked("it cannot be read: " + e.getMessage());
        }
    }

    private static boolean isEmpty(Path file) {
        return file.toFile().length() == 0;
    }
}
