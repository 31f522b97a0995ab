package dev.interop.cli.cpu;

/**
 * The processor time of a process so far, in ticks.
 *
 * @param pid its number, which a later process may get again
 * @param started when it was started, in ticks since the machine was
 * @param parent the number of the process that waits for it
 * @param name the name that the kernel has of it, at most 15 characters
 * @param own its own time
 * @param children the time of its ended children, and of theirs
 */
record ProcessTimes(long pid, long started, long parent, String name, long own, long children) {
    /** USER_HZ of Linux, the same on every machine. */
    static final double TICKS_A_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;
    private static final int STARTED = 19;

    /**
     * Reads a line of {@code /proc/PID/stat}. The name may contain anything, also spaces and parentheses.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ProcessTimes read(String stat) {
        var open = stat.indexOf('(');
        var close = stat.lastIndexOf(')');
        if (open < 0 || close < open || close + 2 > stat.length()) {
            throw new IllegalArgumentException("not the state of a process: " + stat);
        }
        var fields = stat.substring(close + 2).strip().split(" ");
        return new ProcessTimes(
                Long.parseLong(stat.substring(0, open).strip()),
                number(fields, STARTED),
                number(fields, PARENT),
                stat.substring(open + 1, close),
                number(fields, USER) + number(fields, SYSTEM),
                number(fields, CHILDREN_USER) + number(fields, CHILDREN_SYSTEM));
    }

    private static long number(String[] fields, int at) {
        if (at >= fields.length) {
            throw new IllegalArgumentException("the state of a process has " + fields.length + " fields only");
        }
        return Long.parseLong(fields[at]);
    }

    /** The time that its parent gets when it waits for the ended process. */
    long all() {
        return own + children;
    }

    /** The identity of the process, which no other process ever has. */
    Id id() {
        return new Id(pid, started);
    }

    /**
     * The identity of a process.
     *
     * @param pid its number
     * @param started when it was started
     */
    record Id(long pid, long started) {}
}
