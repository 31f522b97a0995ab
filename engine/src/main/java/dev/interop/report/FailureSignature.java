package dev.interop.report;

import dev.interop.result.CellResult;
import dev.interop.verdict.Finding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The common text of equal failures: the broken rule, else the reason, without numbers and names of files. */
@API(status = Status.INTERNAL)
public final class FailureSignature {
    /** The random names of files and endpoints: three words, different in each cell. */
    private static final Pattern NAME = Pattern.compile("(?<=[/:,] ?)[a-z]+-[a-z]+-[a-z]+(?![\\w-])");

    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]+|\\b[0-9a-f]{8,}\\b|\\d+([.,:]\\d+)*");
    private static final Pattern LIST = Pattern.compile("#(, #)+(, …)?");

    private FailureSignature() {}

    /** One line of plain text, equal for cells that probably fail for the same cause. */
    public static String of(CellResult cell) {
        return cell.verdict().findings().stream()
                .findFirst()
                .map(FailureSignature::of)
                .orElseGet(() -> withoutParticulars(
                        FailureCard.oneLine(cell.verdict().reason().text())));
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

    private static List<String> key(CellResult cell) {
        var verdict = cell.verdict();
        return List.of(verdict.outcome().label(), verdict.reason().code().label(), of(cell));
    }

    private static String of(Finding it) {
        var rule = it.section().isEmpty() ? it.rule() : it.rule() + " · " + it.section();
        return FailureCard.oneLine(rule + ": " + withoutParticulars(it.seen()));
    }

    private static String withoutParticulars(String text) {
        var named = NAME.matcher(text).replaceAll("#");
        return LIST.matcher(NUMBER.matcher(named).replaceAll("#")).replaceAll("#");
    }
}
