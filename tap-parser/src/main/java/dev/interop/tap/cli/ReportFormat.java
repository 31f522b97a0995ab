package dev.interop.tap.cli;

import dev.interop.tap.TapOptions;
import dev.interop.tap.yaml.SnakeYamlReader;
import java.util.Locale;

/** The values of {@code --format}. */
enum ReportFormat {
    TEXT {
        @Override
        Report report(Output out, TapOptions options, int streams) {
            return new TextReport(out, streams > 1);
        }
    },
    JSON {
        @Override
        Report report(Output out, TapOptions options, int streams) {
            return new JsonReport(out, options, new SnakeYamlReader());
        }
    },
    TAP {
        @Override
        Report report(Output out, TapOptions options, int streams) {
            return streams > 1 ? new JoinedTapReport(out) : new TapReport(out);
        }
    };

    static ReportFormat of(String name) throws UsageException {
        for (ReportFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new UsageException("'" + name + "' is none of text, json, tap");
    }

    abstract Report report(Output out, TapOptions options, int streams);
}
