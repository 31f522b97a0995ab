package dev.interop.run;

import dev.interop.plan.NameFilter;
import dev.interop.plan.Plan;
import dev.interop.plan.Planner;
import dev.interop.plan.Selection;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Report;
import dev.interop.protocol.ReportReader;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.testing.Implementations;
import dev.interop.testing.SimpleTestCase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Small registries, protocols and plans. */
public final class Samples {
    private Samples() {}

    /** An implementation with both roles and an image of its own name. */
    public static Implementation implementation(String name) {
        var endpoint = Endpoint.ofImage(name);
        return Implementations.of("sample", name, Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint));
    }

    /** A test case without checks. */
    public static TestCase test(String name) {
        return new SimpleTestCase(name.substring(0, 1).toUpperCase(Locale.ROOT), name, "a sample", List.of());
    }

    /** A protocol with these test cases. */
    public static Protocol protocol(String... tests) {
        return new SampleProtocol(List.of(tests).stream().map(Samples::test).toList());
    }

    /** A plan of all pairs of {@code names} in all test cases. */
    public static Plan plan(List<String> names, String... tests) {
        var registry = new Registry(names.stream().map(Samples::implementation).toList(), Optional.empty(), List.of());
        var everything = new Selection(
                NameFilter.parse("--clients", ""),
                NameFilter.parse("--servers", ""),
                NameFilter.parse("--tests", ""),
                RouteFilter.all());
        return new Planner().plan(registry, protocol(tests), everything, 42);
    }

    /** A plan of one implementation against itself. The protocol's clients report each line that they print. */
    public static Plan reporting(String name, String test) {
        var registry = new Registry(List.of(implementation(name)), Optional.empty(), List.of());
        var all = NameFilter.parse("--clients", "");
        return new Planner()
                .plan(
                        registry,
                        new Reporting(List.of(test(test))),
                        new Selection(all, all, all, RouteFilter.all()),
                        42);
    }

    private record Reporting(List<TestCase> testCases) implements Protocol {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String title() {
            return "Sample";
        }

        @Override
        public boolean reports() {
            return true;
        }

        @Override
        public Optional<ReportReader> reportReader(Implementation client, Route route, Consumer<Report> reports) {
            var rest = new StringBuilder();
            return Optional.of(new ReportReader() {
                @Override
                public void read(byte[] bytes) {
                    rest.append(new String(bytes, StandardCharsets.UTF_8));
                    for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
                        tell(rest.substring(0, end));
                        rest.delete(0, end + 1);
                    }
                }

                @Override
                public void end() {
                    tell(rest.toString());
                }

                private void tell(String line) {
                    reports.accept(new Report.Result(List.of(line), Report.Status.PASSED, line));
                }
            });
        }
    }

    private record SampleProtocol(List<TestCase> testCases) implements Protocol {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String title() {
            return "Sample";
        }
    }
}
