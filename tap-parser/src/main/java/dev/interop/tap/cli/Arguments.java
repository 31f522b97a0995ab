package dev.interop.tap.cli;

import dev.interop.tap.TapOptions;
import dev.interop.tap.yaml.SnakeYamlReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of the command.
 *
 * <p>They are parsed without a library, since loading one would take longer than reading a million points.
 *
 * @param action the action
 * @param format the output format
 * @param options the options for reading
 * @param service the service of a compose log
 * @param inputs the files, {@code -} for the standard input
 */
record Arguments(
        Action action, ReportFormat format, TapOptions options, Optional<String> service, List<String> inputs) {

    /** The actions of the command. */
    enum Action {
        READ,
        HELP,
        VERSION
    }

    static final String STANDARD_INPUT = "-";

    static Arguments parse(String... words) throws UsageException {
        return new Reading(words).arguments();
    }

    /** Collects the arguments while they are parsed. */
    private static final class Reading {

        private final Iterator<String> words;
        private final List<String> inputs = new ArrayList<>();
        private final List<RuleOverride> rules = new ArrayList<>();
        private Action action = Action.READ;
        private ReportFormat format = ReportFormat.TEXT;
        private Optional<String> service = Optional.empty();
        private boolean strict;

        Reading(String... words) {
            this.words = List.of(words).iterator();
        }

        Arguments arguments() throws UsageException {
            boolean options = true;
            while (words.hasNext()) {
                String word = words.next();
                if (options && word.equals("--")) {
                    options = false;
                } else if (options && word.startsWith("-") && !word.equals(STANDARD_INPUT)) {
                    readOption(word);
                } else {
                    inputs.add(word);
                }
            }
            if (inputs.isEmpty()) {
                inputs.add(STANDARD_INPUT);
            }
            return new Arguments(action, format, tapOptions(), service, List.copyOf(inputs));
        }

        private void readOption(String word) throws UsageException {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<String> attached = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
            switch (name) {
                case "--format" -> format = ReportFormat.of(value(name, attached));
                case "--compose-service" -> service = Optional.of(value(name, attached));
                case "--rule" -> rules.add(RuleOverride.parse(value(name, attached)));
                default -> readFlag(word);
            }
        }

        private void readFlag(String word) throws UsageException {
            switch (word) {
                case "--strict" -> strict = true;
                case "-h", "--help" -> action = Action.HELP;
                case "-V", "--version" -> action = Action.VERSION;
                default -> throw new UsageException("unknown option " + word);
            }
        }

        private String value(String name, Optional<String> attached) throws UsageException {
            String value = attached.orElseGet(() -> words.hasNext() ? words.next() : "");
            if (value.isEmpty()) {
                throw new UsageException(name + " needs a value");
            }
            return value;
        }

        private TapOptions tapOptions() throws UsageException {
            TapOptions options = strict ? TapOptions.strict().checkYaml(new SnakeYamlReader()) : TapOptions.lenient();
            for (RuleOverride rule : rules) {
                options = rule.apply(options);
            }
            return options;
        }
    }
}
