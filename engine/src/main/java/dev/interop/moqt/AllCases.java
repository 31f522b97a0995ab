package dev.interop.moqt;

import dev.interop.moqt.attribution.ScopedCheck;
import dev.interop.moqt.check.WireChecks;
import dev.interop.moqt.tap.DurationCheck;
import dev.interop.moqt.tap.TapReportSource;
import dev.interop.protocol.TestCase;
import dev.interop.verdict.Check;
import dev.interop.verdict.ReportSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs all test cases that a client has, including those beyond the contract, in one cell with one relay. */
final class AllCases implements MoqtTestCase {
    private final List<TestCase> parts;

    /**
     * @param parts the test cases of the contract, whose checks are made
     */
    AllCases(List<TestCase> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return "all";
    }

    @Override
    public String letter() {
        return "*";
    }

    @Override
    public String description() {
        return "All test cases that the client knows, in one run";
    }

    @Override
    public String clientTestcase() {
        return "";
    }

    /** The limit of the public runner for a pair. */
    @Override
    public Duration limit() {
        return Duration.ofSeconds(120);
    }

    @Override
    public List<Check> checks() {
        return Stream.concat(
                        Stream.of(WireChecks.connected()),
                        parts.stream()
                                .flatMap(part -> part.checks().stream().map(it -> new ScopedCheck(part.name(), it))))
                .toList();
    }

    /** Evaluates every point of the report. */
    @Override
    public ReportSource reportSource() {
        return new TapReportSource(Optional.empty(), new DurationCheck(limit()));
    }

    @Override
    public List<String> parts() {
        return parts.stream().map(TestCase::name).toList();
    }
}
