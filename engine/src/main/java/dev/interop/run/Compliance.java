package dev.interop.run;

import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.Fault;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import dev.interop.storage.RunFolder;
import dev.interop.testbed.Testbed;
import dev.interop.testbed.cell.ProbeJob;
import dev.interop.testbed.cell.ProbeResult;
import dev.interop.testbed.lane.Lane;
import dev.interop.verdict.FaultReasons;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who may take part: each implementation is asked, in each role, for a test case that does not exist. */
final class Compliance {
    private final Testbed testbed;
    private final ProbeCache cache;
    private final RunFolder folder;
    private final RunListener listener;
    private final Map<Participant, ProbeResult> answers = new ConcurrentHashMap<>();

    Compliance(Testbed testbed, ProbeCache cache, RunFolder folder, RunListener listener) {
        this.testbed = testbed;
        this.cache = cache;
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * An implementation in a role.
     *
     * @param route says in which version, where there are several
     */
    record Participant(Implementation implementation, Role role, Route route) {
        Participant {
            // The same image answers alike however it is reached.
            route = new Route("", route.transport(), route.version(), Optional.empty(), Optional.empty());
        }

        String name() {
            return implementation.name() + "_" + role.label()
                    + route.version().map("_"::concat).orElse("");
        }
    }

    /** Everyone who plays in this plan, in order. */
    static List<Participant> participants(Plan plan) {
        var all = new LinkedHashSet<Participant>();
        for (var cell : plan.cells()) {
            Stream.of(server(cell), client(cell))
                    .filter(it -> cell.protocol().probed().contains(it.role()))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** Asks one participant in this lane, unless the cache knows the answer. */
    void ask(Lane lane, Protocol asked, Participant participant) {
        var protocol = asked.name();
        var job = new ProbeJob(
                asked,
                participant.implementation(),
                participant.role(),
                participant.route(),
                folder.of(protocol).resolve("logs").resolve("compliance").resolve(participant.name()));
        var endpoint = job.endpoint();
        var id = endpoint.image().flatMap(testbed::imageId);
        var known = id.flatMap(it -> cache.known(protocol, it, participant.role(), endpoint.env()));
        var result = known.map(it -> new ProbeResult(it, id, Optional.empty(), "", Optional.empty()))
                .orElseGet(() -> testbed.probe(lane, job));
        // Only an end by itself is an answer; a time-out or a fault may be the machine's.
        if (known.isEmpty()
                && result.ending()
                        .map(ContainerEnd::how)
                        .filter(it -> it == ContainerEnd.How.EXITED)
                        .isPresent()) {
            result.image()
                    .ifPresent(
                            it -> cache.remember(protocol, it, participant.role(), endpoint.env(), result.compliant()));
        }
        answers.put(participant, result);
        listener.probed(new ComplianceProbe(
                participant.implementation(),
                participant.role(),
                participant.route(),
                result.compliant(),
                result.fault().map(Fault::text)));
    }

    /** Why a cell cannot be run, if it cannot. */
    Optional<Verdict> obstacle(Cell cell) {
        return obstacle(server(cell)).or(() -> obstacle(client(cell)));
    }

    private Optional<Verdict> obstacle(Participant participant) {
        var answer = answers.get(participant);
        if (answer == null || answer.compliant()) {
            return Optional.empty();
        }
        var who = participant.implementation().name() + " as "
                + participant.role().label();
        return Optional.of(answer.fault()
                .map(fault -> Verdict.of(Outcome.ERROR, FaultReasons.of(fault).code(), who + ": " + fault.text()))
                .orElseGet(() -> Verdict.of(
                        Outcome.SKIPPED,
                        ReasonCode.NOT_COMPLIANT,
                        "%s is not compliant: on an unknown test case it must end with exit code 127, but %s"
                                .formatted(
                                        who,
                                        answer.ending().map(Compliance::text).orElse("it did not (remembered)")))));
    }

    private static String text(ContainerEnd ending) {
        return switch (ending.how()) {
            case EXITED -> "it ended with " + ending.exitCode().orElse(-1);
            case STOPPED, TIMED_OUT -> "it went on running";
            case OUT_OF_MEMORY -> "it ran out of memory";
            case NOT_STARTED -> "it did not start: " + ending.detail();
        };
    }

    private static Participant server(Cell cell) {
        return new Participant(cell.server(), cell.protocol().serverRole(), cell.route());
    }

    private static Participant client(Cell cell) {
        return new Participant(cell.client(), cell.protocol().clientRole(), cell.route());
    }
}
