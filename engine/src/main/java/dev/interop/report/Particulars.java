package dev.interop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The numbers and random names in a text about a cell: they differ between cells that fail alike. */
final class Particulars {
    /** Stands for one of them. */
    static final String MASK = "#";

    /** Names of files and endpoints: three words, different in each cell. Numbers: also hexadecimal ones and times. */
    private static final Pattern ONE = Pattern.compile(
            "(?<=[/:,] ?)[a-z]+-[a-z]+-[a-z]+(?![\\w-])" + "|0x[0-9a-fA-F]+|\\b[0-9a-f]{8,}\\b|\\d+([.,:]\\d+)*");

    private Particulars() {}

    static String masked(String text) {
        return ONE.matcher(text).replaceAll(MASK);
    }

    /** The first text, with those of its particulars masked that the others do not share. */
    static String shared(List<String> texts) {
        var all = texts.stream().map(Particulars::in).toList();
        var first = all.get(0);
        // Lists of different lengths have no places in common.
        var isAlike = all.stream().allMatch(it -> it.size() == first.size());
        var kept = new ArrayList<String>();
        IntStream.range(0, first.size())
                .forEach(at -> kept.add(
                        isAlike && all.stream().allMatch(it -> it.get(at).equals(first.get(at)))
                                ? first.get(at)
                                : MASK));
        var next = kept.iterator();
        return ONE.matcher(texts.get(0)).replaceAll(it -> Matcher.quoteReplacement(next.next()));
    }

    private static List<String> in(String text) {
        return ONE.matcher(text).results().map(MatchResult::group).toList();
    }
}
