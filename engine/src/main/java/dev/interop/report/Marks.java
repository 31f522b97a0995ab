package dev.interop.report;

import dev.interop.verdict.Outcome;
import java.nio.charset.Charset;

/** What stands for an outcome in a matrix: the test case's letter where it passed, else a sign. */
enum Marks {
    /** Where the output can show them. */
    UNICODE("✕", "–", "·", "→"),
    /** Where it cannot, such as under LANG=C. */
    ASCII("x", "-", ".", "->");

    private final String failed;
    private final String unsupported;
    private final String skipped;
    private final String arrow;

    Marks(String failed, String unsupported, String skipped, String arrow) {
        this.failed = failed;
        this.unsupported = unsupported;
        this.skipped = skipped;
        this.arrow = arrow;
    }

    /** What this charset can show. */
    static Marks in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("✕–·→±×§") ? UNICODE : ASCII;
    }

    String of(Outcome outcome, String letter) {
        return switch (outcome) {
            case SUCCEEDED -> letter;
            case FAILED -> failed;
            case UNSUPPORTED -> unsupported;
            case UNDECIDED -> "?";
            case SKIPPED -> skipped;
            case ERROR -> "!";
        };
    }

    /** What the signs mean. */
    String legend() {
        return "letter = passed, %s = failed, %s = unsupported, ? = undecided, ! = error, %s = not run"
                .formatted(failed, unsupported, skipped);
    }

    /** The text with signs that this output can show. */
    String shown(String text) {
        return this == UNICODE
                ? text
                : text.replace("→", arrow)
                        .replace("–", unsupported)
                        .replace("·", skipped)
                        .replace("✕", failed)
                        .replace("×", "x")
                        .replace("±", "+-")
                        .replace("§", "section ")
                        .replace("…", "...");
    }
}
