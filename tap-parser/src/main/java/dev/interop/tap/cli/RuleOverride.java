package dev.interop.tap.cli;

import dev.interop.tap.Rule;
import dev.interop.tap.Severity;
import dev.interop.tap.TapOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value of {@code --rule}: a severity, or for some rules one of two readings. */
record RuleOverride(Rule rule, String value) {

    static RuleOverride parse(String text) throws UsageException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new UsageException("'" + text + "' is not RULE=VALUE, such as R02=error");
        }
        return new RuleOverride(constant(Rule.class, text.substring(0, equals)), text.substring(equals + 1));
    }

    TapOptions apply(TapOptions options) throws UsageException {
        return switch (rule) {
            case R05 -> options.numbering(constant(TapOptions.Numbering.class, value));
            case R07 -> options.pointForm(constant(TapOptions.PointForm.class, value));
            case R11 -> options.afterBailOut(constant(TapOptions.AfterBailOut.class, value));
            case R08 ->
                isSeverity()
                        ? withSeverity(options)
                        : options.directiveForm(constant(TapOptions.DirectiveForm.class, value));
            case R13 ->
                isSeverity()
                        ? withSeverity(options)
                        : options.bufferedSubtests(constant(TapOptions.BufferedSubtests.class, value));
            case R20 ->
                isSeverity()
                        ? withSeverity(options)
                        : options.strictPragma(constant(TapOptions.StrictPragma.class, value));
            case R21 -> throw new UsageException("R21 is the option --compose-service");
            default -> withSeverity(options);
        };
    }

    private boolean isSeverity() {
        return Arrays.stream(Severity.values())
                .anyMatch(severity -> severity.name().equalsIgnoreCase(value));
    }

    private TapOptions withSeverity(TapOptions options) throws UsageException {
        return options.with(rule, constant(Severity.class, value));
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String text) throws UsageException {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("'" + text + "' is none of " + names(type)));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
