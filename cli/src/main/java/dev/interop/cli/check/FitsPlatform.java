package dev.interop.cli.check;

import dev.interop.verdict.CheckResult;
import java.util.Set;
import java.util.TreeSet;

/** The image is made for this machine's processor, better for both common ones. */
final class FitsPlatform implements Requirement {
    private static final Set<String> COMMON = Set.of("linux/amd64", "linux/arm64");

    @Override
    public String rule() {
        return "the image is made for this machine's platform";
    }

    @Override
    public String section() {
        return "1.2";
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        var platforms = evidence.platforms();
        if (platforms.isEmpty()) {
            return answers().notChecked("the image is not there");
        }
        var listed = String.join(", ", new TreeSet<>(platforms));
        if (!platforms.contains(evidence.engine())) {
            return answers()
                    .notMet(
                            listed + "; this machine is " + evidence.engine(),
                            "build it with docker buildx build --platform linux/amd64,linux/arm64");
        }
        return answers()
                .met(
                        platforms.containsAll(COMMON)
                                ? listed
                                : listed + "; machines of other kinds need an image built with --platform"
                                        + " linux/amd64,linux/arm64");
    }
}
