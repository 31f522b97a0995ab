package dev.interop.report;

import dev.interop.result.CellStatus;
import dev.interop.verdict.Proof;
import java.nio.charset.Charset;
import java.util.Map;

/** The signs of outcomes in a matrix: the test case's letter if it passed, else a sign. */
enum Legend {
    /** For an output that can show Unicode. */
    UNICODE("✕", "–", "·", "→", "≠", "◇", "◆", "≈", "°"),
    /** For an ASCII output, such as under LANG=C. */
    ASCII("x", "-", ".", "->", "#", "k", "K", "f", "=");

    private final String failed;
    private final String unsupported;
    private final String skipped;
    private final String arrow;
    private final String contradicted;
    private final String known;
    private final String stale;
    private final String flaky;
    private final String reused;

    Legend(
            String failed,
            String unsupported,
            String skipped,
            String arrow,
            String contradicted,
            String known,
            String stale,
            String flaky,
            String reused) {
        this.failed = failed;
        this.unsupported = unsupported;
        this.skipped = skipped;
        this.arrow = arrow;
        this.contradicted = contradicted;
        this.known = known;
        this.stale = stale;
        this.flaky = flaky;
        this.reused = reused;
    }

    /** The legend for this charset. */
    static Legend in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("✕–·→±×§≠◇◆≈°") ? UNICODE : ASCII;
    }

    String of(CellStatus status, String letter) {
        return switch (status) {
            case SUCCEEDED -> letter;
            case FAILED -> failed;
            case KNOWN -> known;
            case STALE -> stale;
            case FLAKY -> flaky;
            case UNSUPPORTED -> unsupported;
            case UNDECIDED -> "?";
            case SKIPPED -> skipped;
            case ERROR -> "!";
        };
    }

    /** The text for a field; signs after a letter say that the pass is not proven on the wire, or of an earlier run. */
    String of(MatrixView.Shown shown, String letter) {
        return of(shown.status(), letter) + shown.proof().map(this::of).orElse("") + (shown.isReused() ? reused : "");
    }

    private String of(Proof proof) {
        return switch (proof) {
            case PROVEN -> "";
            case CLAIMED -> "~";
            case CONTRADICTED -> contradicted;
        };
    }

    /** Explains the signs, including those of proof, of what is known and of earlier runs that occur in the run. */
    String legend(MatrixView view) {
        var proofs = view.proofs();
        var statuses = view.statuses();
        var legend = new StringBuilder(legend());
        Map.of(CellStatus.KNOWN, known, CellStatus.STALE, stale, CellStatus.FLAKY, flaky).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(it -> statuses.contains(it.getKey()))
                .forEach(it -> legend.append(", ")
                        .append(it.getValue())
                        .append(" = ")
                        .append(it.getKey().label()));
        if (!proofs.isEmpty()) {
            legend.append("; a letter alone = proven on the wire");
        }
        if (proofs.contains(Proof.CLAIMED)) {
            legend.append(", ~ = claimed by the client and not proven");
        }
        if (proofs.contains(Proof.CONTRADICTED)) {
            legend.append(", ").append(contradicted).append(" = claimed, but contradicted on the wire");
        }
        if (view.hasReused()) {
            legend.append("; ").append(reused).append(" = not run, the result is of an earlier run");
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
                        .replace("◇", known)
                        .replace("◆", stale)
                        .replace("≈", flaky)
                        .replace("°", reused)
                        .replace("…", "...");
    }
}
