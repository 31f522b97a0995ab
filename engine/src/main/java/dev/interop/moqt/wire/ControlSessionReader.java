package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads the control sessions on the connections of a capture. The order of the given fragments does not matter, only their
 * positions in the capture. A connection with several WebTransport sessions is read as one session.
 */
@API(status = Status.INTERNAL)
public final class ControlSessionReader {
    private final Transport transport;
    private final MessageGrammar grammar;
    private final Contradictions contradictions;
    private final Optional<NegotiatedDraft> negotiated;

    /**
     * Creates a reader.
     *
     * @param draft the expected draft of the connections
     * @param transport the expected transport of the connections
     */
    public ControlSessionReader(MoqtDraft draft, Transport transport) {
        this.transport = transport;
        this.grammar = MessageGrammar.of(draft);
        this.contradictions = new Contradictions(draft, transport);
        this.negotiated = NegotiatedDraft.on(draft, transport);
    }

    /**
     * Reads all connections of a trace.
     *
     * @param trace a trace read with {@link dev.interop.trace.Depth#STREAMS}; without decryption it has no session
     */
    public List<ControlSession> read(Trace trace) {
        return read(CapturedStreams.in(trace));
    }

    /**
     * Reads all connections.
     *
     * @param fragments the data of their streams
     * @param ends the ends of their streams
     * @return one session per connection, in the order of their first packets
     */
    public List<ControlSession> read(Collection<StreamFragment> fragments, Collection<StreamEnd> ends) {
        return read(new CapturedStreams(List.copyOf(fragments), List.copyOf(ends), List.of(), List.of()));
    }

    List<ControlSession> read(CapturedStreams streams) {
        var fragmentsOf = streams.fragments().stream().collect(Collectors.groupingBy(StreamFragment::connection));
        var endsOf = streams.ends().stream().collect(Collectors.groupingBy(StreamEnd::connection));
        var closesOf =
                streams.closes().stream().collect(Collectors.groupingBy(CapturedStreams.CapturedClose::connection));
        var protocolsOf = streams.protocols().stream().collect(Collectors.groupingBy(SelectedProtocol::connection));
        Map<Connection, CapturePosition> first = new HashMap<>();
        streams.fragments().forEach(it -> first.merge(it.connection(), it.place(), ControlSessionReader::earlier));
        streams.ends().forEach(it -> first.merge(it.connection(), it.place(), ControlSessionReader::earlier));
        return first.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(it -> session(
                        it,
                        new CapturedStreams(
                                fragmentsOf.getOrDefault(it, List.of()),
                                endsOf.getOrDefault(it, List.of()),
                                closesOf.getOrDefault(it, List.of()),
                                protocolsOf.getOrDefault(it, List.of()))))
                .toList();
    }

    private static CapturePosition earlier(CapturePosition one, CapturePosition other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private ControlSession session(Connection connection, CapturedStreams captured) {
        var streams = captured.fragments().stream()
                .collect(Collectors.groupingBy(StreamFragment::stream, TreeMap::new, Collectors.toList()));
        var found = new Found();
        streams.forEach((number, parts) -> read(new StreamId(number), parts, found));
        var ends = withoutRetransmissions(captured.ends());
        var sessions = new SessionEnds(transport, found.sessions).in(captured.fragments(), ends, captured.closes());
        found.problems.addAll(sessions.problems());
        var protocols = captured.protocols();
        negotiated.ifPresent(it -> found.contradictions.addAll(it.contradictions(protocols)));
        found.messages.sort(Comparator.comparing(Message::place).thenComparing(Message::stream));
        found.contradictions.sort(Comparator.comparing(Contradiction::place));
        return new ControlSession(
                connection,
                grammar.draft(),
                found.messages,
                ends,
                sessions.ends(),
                found.problems,
                found.contradictions,
                negotiated.flatMap(it -> it.doubt(protocols, found.sessions.size())));
    }

    /** Removes the ends that were sent again. */
    private static List<StreamEnd> withoutRetransmissions(List<StreamEnd> ends) {
        var seen = new HashSet<List<Object>>();
        return ends.stream()
                .sorted(Comparator.comparing(StreamEnd::place))
                .filter(it -> seen.add(List.of(it.stream(), it.from(), it.how())))
                .toList();
    }

    private void read(StreamId stream, List<StreamFragment> fragments, Found found) {
        var opener = direction(fragments, stream.opener());
        var opening = StreamPurpose.of(stream, opener.bytes(), transport, grammar);
        opening.session().ifPresent(found.sessions::add);
        if (!opener.bytes().isEmpty()) {
            contradictions
                    .inOpening(stream, opener.bytes(), opening.start())
                    .ifPresent(seen -> found.contradictions.add(new Contradiction(
                            OptionalLong.of(stream.number()), stream.opener(), seen, opener.place(0))));
        }
        switch (opening.role()) {
            case UNSEEN -> {
                var other = other(stream.opener());
                boolean isAnswered = fragments.stream()
                        .anyMatch(it -> it.from() == other && !it.bytes().isEmpty());
                if (opener.cut().isPresent() || isAnswered && opener.bytes().isEmpty()) {
                    var reason = opener.cut().orElse("its beginning is not in the capture");
                    found.problems.add(new WireProblem(stream.number(), stream.opener(), reason));
                }
                if (isAnswered) {
                    found.problems.add(new WireProblem(
                            stream.number(), other, "the message that it answers is not in the capture"));
                }
            }
            case MESSAGES -> {
                messages(stream, stream.opener(), opener, opening.start(), found);
                if (!stream.isUnidirectional()) {
                    var other = other(stream.opener());
                    messages(stream, other, direction(fragments, other), 0, found);
                }
            }
            case OBJECTS, HTTP -> {
                // These streams have no control messages.
            }
        }
    }

    private static StreamBytes direction(List<StreamFragment> fragments, Side from) {
        return Reassembly.join(
                fragments.stream().filter(it -> it.from() == from).toList());
    }

    private static Side other(Side side) {
        return side == Side.CLIENT ? Side.SERVER : Side.CLIENT;
    }

    private void messages(StreamId stream, Side from, StreamBytes direction, int start, Found found) {
        var result = new MessageReader(grammar, contradictions).read(stream.number(), from, direction, start);
        found.messages.addAll(result.messages());
        found.contradictions.addAll(result.contradictions());
        result.problem().ifPresent(it -> found.problems.add(new WireProblem(stream.number(), from, it)));
    }

    /** Collects what is found on a connection. */
    private static final class Found {
        private final List<Message> messages = new ArrayList<>();
        private final List<WireProblem> problems = new ArrayList<>();
        private final List<Contradiction> contradictions = new ArrayList<>();
        /** The streams of the CONNECT requests of WebTransport sessions. */
        private final Set<Long> sessions = new TreeSet<>();
    }
}
