package dev.interop.tap;

/**
 * Text that outlives its line: names, plans and problems are kept to this length, so that a thousand problems and 64
 * levels of subtests with lines of 1 MiB each take kilobytes (rule R19). Events carry the whole text.
 */
final class Kept {

    private static final int MAX_CHARACTERS = 4_096;

    private Kept() {}

    static String text(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, splitsPair ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }

    static TapEvent.Plan plan(TapEvent.Plan plan) {
        return new TapEvent.Plan(
                plan.line(),
                plan.offset(),
                plan.depth(),
                text(plan.raw()),
                plan.start(),
                plan.end(),
                plan.comment().map(Kept::text));
    }
}
