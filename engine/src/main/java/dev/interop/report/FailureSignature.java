package dev.interop.report;

import dev.interop.result.CellResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The common text of equal failures: the broken rule, else the reason, without numbers and names of files. */
@API(status = Status.INTERNAL)
public final class FailureSignature {
    private static final Pattern LIST = Pattern.compile("#(, #)+(, …)?");

    private FailureSignature() {}

    /** One line of plain text, equal for cells that probably fail for the same cause. */
    public static String of(CellResult cell) {
        return rule(cell) + withoutParticulars(observed(cell));
    }

    /**
     * The text for equal failures: with the numbers and names that all of them share, and with one example where they
     * differ.
     *
     * @param cells cells of one signature, at least one
     */
    public static String shared(List<CellResult> cells) {
        var first = cells.get(0);
        var observed = observed(first);
        if (cells.stream().allMatch(it -> observed(it).equals(observed))) {
            return FailureCard.oneLine(rule(first) + observed);
        }
        var same = Particulars.shared(
                cells.stream().map(FailureSignature::observed).toList());
        return FailureCard.oneLine(rule(first) + same + ", such as: " + observed);
    }

    /** The text for each group of equal failures, by the cells' outcome and signature. */
    public static Map<List<String>, String> shown(Collection<CellResult> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        FailureSignature::key,
                        Collectors.collectingAndThen(Collectors.toList(), FailureSignature::shared)));
    }

    /** Whether two cells have the same outcome and reason, and probably the same cause. */
    public static boolean same(CellResult one, CellResult other) {
        return key(one).equals(key(other));
    }

    /** Groups equal failures, in the order of the first failure of each group. */
    static List<List<CellResult>> all(Collection<CellResult> cells) {
        return List.copyOf(cells.stream()
                .collect(Collectors.groupingBy(FailureSignature::key, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** Equal for cells that are one group. */
    public static List<String> key(CellResult cell) {
        var verdict = cell.verdict();
        return List.of(verdict.outcome().label(), verdict.reason().code().label(), of(cell));
    }

    /** The broken rule. An unsupported test case breaks none. */
    private static String rule(CellResult cell) {
        return finding(cell)
                .map(it -> it.section().isEmpty() ? it.rule() + ": " : it.rule() + " · " + it.section() + ": ")
                .orElse("");
    }

    private static String observed(CellResult cell) {
        return FailureCard.oneLine(finding(cell)
                .map(Finding::seen)
                .orElseGet(() -> cell.verdict().reason().text()));
    }

    private static Optional<Finding> finding(CellResult cell) {
        return cell.verdict().findings().stream()
                .filter(it -> cell.verdict().outcome() != Outcome.UNSUPPORTED)
                .findFirst();
    }

    private static String withoutParticulars(String text) {
        return LIST.matcher(Particulars.masked(text)).replaceAll(Particulars.MASK);
    }
}
