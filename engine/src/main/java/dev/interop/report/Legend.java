package dev.interop.report;

import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import java.nio.charset.Charset;
import java.util.Set;

/** The signs of outcomes in a matrix: the test case's letter if it passed, else a sign. */
enum Legend {
    /** For an output that can show Unicode. */
    UNICODE("✕", "–", "·", "→", "≠"),
    /** For an ASCII output, such as under LANG=C. */
    ASCII("x", "-", ".", "->", "#");

    private final String failed;
    private final String unsupported;
    private final String skipped;
    private final String arrow;
    private final String contradicted;

    Legend(String failed, String unsupported, String skipped, String arrow, String contradicted) {
        this.failed = failed;
        this.unsupported = unsupported;
        this.skipped = skipped;
        this.arrow = arrow;
        this.contradicted = contradicted;
    }

    /** The legend for this charset. */
    static Legend in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("✕–·→±×§≠") ? UNICODE : ASCII;
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

    /** The text for a field; a letter is followed by a sign if the pass is not proven on the wire. */
    String of(MatrixView.Shown shown, String letter) {
        return of(shown.outcome(), letter) + shown.proof().map(this::of).orElse("");
    }

    private String of(Proof proof) {
        return switch (proof) {
            case PROVEN -> "";
            case CLAIMED -> "~";
            case CONTRADICTED -> contradicted;
        };
    }

    /** Explains the signs, including the signs of proof that occur in the run. */
    String legend(Set<Proof> proofs) {
        var legend = new StringBuilder(legend());
        if (!proofs.isEmpty()) {
            legend.append("; a letter alone = proven on the wire");
        }
        if (proofs.contains(Proof.CLAIMED)) {
            legend.append(", ~ = claimed by the client and not proven");
        }
        if (proofs.contains(Proof.CONTRADICTED)) {
            legend.append(", ").append(contradicted).append(" = claimed, but contradicted on the wire");
        }
        return legend.toString();
    }

    /** Explains the signs of outcomes. */
    private String legend() {
        return "letter = passed, %s = failed, %s = unsupported, ? = undecided, ! = error, %s = not run"
                .formatted(failed, unsupported, skipped);
    }

    /** Replaces signs that this output cannot show. */
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
                        .replace("≠", contradicted)
                        .replace("…", "...");
    }
}
