package dev.interop.result;

import dev.interop.expectation.Expected;
import dev.interop.expectation.SeenCell;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.MachineConditions;
import dev.interop.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of one cell, the input of every writer and the content of a line of {@code cells.jsonl}.
 *
 * @param cell the identity of the cell
 * @param verdict the verdict
 * @param containers role → the record of its container; empty if the cell was not run
 * @param seed the seed of all random values of the cell
 * @param scenario the simulator's scenario, empty without a simulator
 * @param times the durations of its phases; empty if the cell was not run
 * @param values what was measured
 * @param logs the recording's folder, relative to the run's folder; empty when it was not run
 * @param attempts the attempts to run it
 * @param comparison what its client reported, and how both compare with what is known of them
 */
@API(status = Status.EXPERIMENTAL)
public record CellResult(
        CellIdentity cell,
        Verdict verdict,
        Map<ContainerRole, ContainerRecord> containers,
        long seed,
        String scenario,
        Optional<PhaseTimes> times,
        MeasuredValues values,
        String logs,
        Attempts attempts,
        Comparison comparison) {
    public CellResult {
        containers = ContainerRole.inOrder(containers);
    }

    /** A cell of which nothing was known. */
    public CellResult(
            CellIdentity cell,
            Verdict verdict,
            Map<ContainerRole, ContainerRecord> containers,
            long seed,
            String scenario,
            Optional<PhaseTimes> times,
            OptionalDouble span,
            Optional<Measured> measurement,
            String logs,
            Attempts attempts) {
        this(
                cell,
                verdict,
                containers,
                seed,
                scenario,
                times,
                new MeasuredValues(span, measurement),
                logs,
                attempts,
                Comparison.NONE);
    }

    /** A cell that was run once, under conditions that were not observed. */
    public CellResult(
            CellIdentity cell,
            Verdict verdict,
            Map<ContainerRole, ContainerRecord> containers,
            long seed,
            String scenario,
            Optional<PhaseTimes> times,
            OptionalDouble span,
            Optional<Measured> measurement,
            String logs) {
        this(cell, verdict, containers, seed, scenario, times, span, measurement, logs, Attempts.ONE);
    }

    /** Returns a copy with these attempts before it. */
    public CellResult after(List<EarlierAttempt> earlier) {
        return copy(cell, values, new Attempts(conditions(), earlier), comparison);
    }

    /** Returns a copy with this measurement. */
    public CellResult with(Optional<Measured> other) {
        return copy(cell, new MeasuredValues(span(), other), attempts, comparison);
    }

    /** Returns a copy that compares so with what is known. */
    public CellResult with(List<Expected> compared) {
        return copy(cell, values, attempts, new Comparison(reported(), compared));
    }

    /** Returns a copy whose client reported these results. */
    public CellResult reporting(List<SeenCell.Part> reported) {
        return copy(cell, values, attempts, new Comparison(reported, expected()));
    }

    /** Returns a copy of another identity, for a report that shows several matrices. */
    public CellResult as(CellIdentity other) {
        return copy(other, values, attempts, comparison);
    }

    /** Returns a copy with this verdict. */
    public CellResult with(Verdict other) {
        return new CellResult(cell, other, containers, seed, scenario, times, values, logs, attempts, comparison);
    }

    private CellResult copy(CellIdentity of, MeasuredValues measured, Attempts tried, Comparison compared) {
        return new CellResult(of, verdict, containers, seed, scenario, times, measured, logs, tried, compared);
    }

    /** Seconds between the first and the last packet of the client's capture, if there is one. */
    public OptionalDouble span() {
        return values.span();
    }

    /** The measured values, if the test case measures. */
    public Optional<Measured> measurement() {
        return values.measurement();
    }

    /** The results that its client reported and that passed or failed, in order. */
    public List<SeenCell.Part> reported() {
        return comparison.reported();
    }

    /** How it, and the results that its client reported, compare with what is known of them. */
    public List<Expected> expected() {
        return comparison.expected();
    }

    /** How it compares with what is known of the cell as a whole. */
    public Optional<Expected> expectedOfCell() {
        return expected().stream().filter(Expected::ofCell).findFirst();
    }

    /** The result in one word, which also says whether it is news. */
    public CellStatus status() {
        return CellStatus.of(this);
    }

    /**
     * Returns a copy as a run shows it that reuses the result of one that began then. Its recording is not there, and what
     * is known of it is compared anew.
     */
    public CellResult reusedFrom(Instant began) {
        var tried = new Attempts(conditions(), earlier(), Optional.of(began));
        var compared = new Comparison(reported(), List.of());
        return new CellResult(cell, verdict, containers, seed, scenario, times, values, "", tried, compared);
    }

    /** When the earlier run began whose result this is; empty if the cell was run in this one, or not at all. */
    public Optional<Instant> reused() {
        return attempts.reused();
    }

    /** The conditions that the attempt that counts ran under, if they were observed. */
    public Optional<MachineConditions> conditions() {
        return attempts.conditions();
    }

    /** The attempts beside the one whose result this is, in order. */
    public List<EarlierAttempt> earlier() {
        return attempts.earlier();
    }

    /** Unique within a run and the same in each run: {@code PROTOCOL/SERVER_CLIENT[/ROUTE]/TEST}. */
    public String id() {
        return cell.id();
    }

    /** The protocol's name. */
    public String protocol() {
        return cell.protocol();
    }

    /** The client implementation's name. */
    public String client() {
        return cell.client();
    }

    /** The server implementation's name. */
    public String server() {
        return cell.server();
    }

    /** The test case's name. */
    public String test() {
        return cell.test();
    }

    /** The client's route to the server. */
    public CellRoute route() {
        return cell.route();
    }

    /** The record of the container of {@code role}, if there was one. */
    public Optional<ContainerRecord> container(ContainerRole role) {
        return Optional.ofNullable(containers.get(role));
    }

    /** How the container of {@code role} ended, if there was one. */
    public Optional<ContainerEnd> ending(ContainerRole role) {
        return container(role).flatMap(ContainerRecord::end);
    }
}
