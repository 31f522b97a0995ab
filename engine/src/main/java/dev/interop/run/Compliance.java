package dev.interop.run;

import dev.interop.ProtocolVersion;
import dev.interop.listener.ComplianceProbe;
import dev.interop.listener.RunListener;
import dev.interop.plan.Cell;
import dev.interop.plan.Plan;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.Fault;
import dev.interop.registry.Endpoint;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Probes each implementation in each role with an unknown test case. Only compliant implementations take part in the
 * run.
 */
final class Compliance {
    private final Testbed testbed;
    private final ProbeCache cache;
    private final RunFolder folder;
    private final RunListener listener;
    private final Map<Participant, ProbeResult> answers = new ConcurrentHashMap<>();
    private final Map<Participant, Probe> probed = new ConcurrentHashMap<>();

    Compliance(Testbed testbed, ProbeCache cache, RunFolder folder, RunListener listener) {
        this.testbed = testbed;
        this.cache = cache;
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * An implementation in a role. The same image gives the same answer on every route.
     *
     * @param version the draft version, if there are several
     */
    record Participant(Implementation implementation, Role role, Optional<ProtocolVersion> version) {
        String name() {
            return implementation.name() + "_" + role.label()
                    + version.map(it -> "_" + it).orElse("");
        }
    }

    /**
     * One probe of a participant.
     *
     * @param route the first of its routes, with the transport and the draft version if there are several
     */
    record Probe(Participant participant, Route route) {}

    /** One probe for each participant of this plan, in order. */
    static List<Probe> probes(Plan plan) {
        var all = new LinkedHashMap<Participant, Probe>();
        for (var cell : plan.cells()) {
            var route = cell.route();
            var reached = new Route("", route.transport(), route.version(), Optional.empty(), Optional.empty());
            Stream.of(server(cell), client(cell))
                    .filter(it -> cell.protocol().probed().contains(it.role()))
                    .forEach(it -> all.putIfAbsent(it, new Probe(it, reached)));
        }
        return List.copyOf(all.values());
    }

    /** Probes one participant in this lane, unless its answer is cached. */
    void probe(Lane lane, Protocol protocol, Probe probe) {
        var participant = probe.participant();
        var job = new ProbeJob(
                protocol,
                participant.implementation(),
                participant.role(),
                probe.route(),
                folder.of(protocol.name()).resolve("logs").resolve("compliance").resolve(participant.name()));
        var endpoint = job.endpoint();
        var id = endpoint.image().flatMap(testbed::imageId);
        var setting = setting(participant.implementation(), endpoint);
        var known = id.flatMap(it -> cache.known(protocol.name(), it, participant.role(), setting));
        var result = known.map(it -> new ProbeResult(it, id, Optional.empty(), "", Optional.empty()))
                .orElseGet(() -> testbed.probe(lane, job));
        // Only an exit is an answer of the image; the machine may have caused a time-out or a fault.
        if (known.isEmpty()
                && result.ending()
                        .map(ContainerEnd::how)
                        .filter(it -> it == ContainerEnd.How.EXITED)
                        .isPresent()) {
            result.image()
                    .ifPresent(
                            it -> cache.remember(protocol.name(), it, participant.role(), setting, result.compliant()));
        }
        probed.put(participant, probe);
        answers.put(participant, result);
        listener.probed(new ComplianceProbe(
                participant.implementation(),
                participant.role(),
                probe.route(),
                result.compliant(),
                result.fault().map(Fault::text)));
    }

    /** What decides the answer beside the image: variables, and the content of mounted files. */
    private static Map<String, String> setting(Implementation implementation, Endpoint endpoint) {
        var all = new TreeMap<>(endpoint.env());
        implementation.mounted().forEach(it -> all.put(it.path(), it.sha256()));
        return all;
    }

    /** The probes that have to be made again for this reason. */
    List<Probe> waiting(Rerun reason) {
        return answers.entrySet().stream()
                .filter(it -> isFor(reason, it.getValue()))
                .map(it -> probed.get(it.getKey()))
                .toList();
    }

    /** A probe that did not end in time may have waited for a processor. */
    private static boolean isFor(Rerun reason, ProbeResult answer) {
        return answer.fault()
                        .filter(it -> reason.isFor(FaultReasons.of(it).code()))
                        .isPresent()
                || reason == Rerun.LOAD
                        && answer.ending()
                                .filter(it -> it.how() == ContainerEnd.How.TIMED_OUT)
                                .isPresent();
    }

    /** The verdict on a cell that must not run because an endpoint failed its probe. */
    Optional<Verdict> obstacle(Cell cell) {
        return obstacle(server(cell)).or(() -> obstacle(client(cell)));
    }

    private Optional<Verdict> obstacle(Participant participant) {
        var answer = answers.get(participant);
        if (answer == null || answer.compliant()) {
            return Optional.empty();
        }
        var participantName = participant.implementation().name() + " as "
                + participant.role().label();
        return Optional.of(answer.fault()
                .map(fault ->
                        Verdict.of(Outcome.ERROR, FaultReasons.of(fault).code(), participantName + ": " + fault.text()))
                .orElseGet(() -> Verdict.of(
                        Outcome.SKIPPED,
                        ReasonCode.NOT_COMPLIANT,
                        "%s is not compliant: on an unknown test case it must end with exit code 127, but %s"
                                .formatted(participantName, answer.behaviour().orElse("it did not (cached answer)")))));
    }

    private static Participant server(Cell cell) {
        return new Participant(
                cell.server(), cell.protocol().serverRole(), cell.route().version());
    }

    private static Participant client(Cell cell) {
        return new Participant(
                cell.client(), cell.protocol().clientRole(), cell.route().version());
    }
}
