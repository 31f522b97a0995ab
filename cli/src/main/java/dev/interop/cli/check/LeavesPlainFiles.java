package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import java.io.IOException;

/** The content of /logs can be copied out: plain files within the limits. */
final class LeavesPlainFiles implements Requirement {
    @Override
    public String rule() {
        return "files in /logs can be copied out";
    }

    @Override
    public String section() {
        return "2.4";
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return answers().notChecked(evidence.noRun());
        }
        var left = new Leftovers(
                evidence.run().get().recording(), evidence.subject().containerRole());
        try {
            var refused = left.refusedOutside(LeavesDownloads.FOLDER);
            if (refused.isPresent()) {
                return answers()
                        .notMet(
                                refused.get(),
                                "write plain files: no links out of the folder, no devices, no more than the limits");
            }
            var files = left.files();
            return files == 0
                    ? answers().notChecked("it left nothing")
                    : answers().met(files == 1 ? "1 file" : files + " files");
        } catch (IOException e) {
            return answers().notChecked("what it left cannot be read: " + e.getMessage());
        }
    }
}
