package dev.interop.tap.cli;

/** The help and version texts of the command. */
final class Help {

    private static final String USAGE = """
            Usage: tap-parser [--format FORMAT] [--strict] [--compose-service NAME]
                              [--rule RULE=VALUE]... [FILE]...
            """;

    private static final String OPTIONS = """
            Reads TAP 14 streams, says what is in them, and whether they pass.

                  --format FORMAT          text (default): failures and a verdict;
                                           json: the whole document, a line for each file;
                                           tap: TAP 14
                  --strict                 what is not TAP 13 or 14 is an error
                  --compose-service NAME   read this service's lines of a docker compose log
                  --rule RULE=VALUE        override a rule, such as R02=error or R05=by-place;
                                           docs/tap-parser.md lists them
              -h, --help                   print this
              -V, --version                print the version
                  FILE                     files; none, or -, is the standard input

            Exit status: 0 every stream is ok, 1 one is not, 2 wrong usage, or a file cannot be read.
            """;

    private Help() {}

    static String usage() {
        return USAGE;
    }

    static String text() {
        return USAGE + OPTIONS;
    }

    /** The version in the jar's manifest. */
    static String version() {
        String version = Help.class.getPackage().getImplementationVersion();
        return "tap-parser " + (version == null ? "(not from a jar)" : version) + "\n";
    }
}
