package dev.interop.check;

/** What came of asking for a requirement. */
public sealed interface Answer {
    /**
     * It is met.
     *
     * @param seen what shows it
     */
    record Met(String seen) implements Answer {}

    /**
     * It is not met.
     *
     * @param seen what was seen in its place
     * @param change what to change
     */
    record NotMet(String seen, String change) implements Answer {}

    /**
     * It could not be asked for, or nothing of it is required.
     *
     * @param why why not
     */
    record NotAsked(String why) implements Answer {}
}
