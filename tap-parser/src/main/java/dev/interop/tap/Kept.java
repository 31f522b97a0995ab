package dev.interop.tap;

/**
 * Shortens text that is stored longer than its line: names, plans and problems. A thousand problems and 64 levels of subtests
 * with lines of 1 MiB each then need kilobytes (rule R19). Events have the whole text.
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
