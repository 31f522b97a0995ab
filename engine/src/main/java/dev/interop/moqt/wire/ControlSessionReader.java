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

/**
 * Reads what was said on the connections of a capture. Knows no order among fragments but that of their places, so that
 * it does not matter in which one they are given. A connection with several WebTransport sessions is read as one.
 */
public final class ControlSessionReader {
    private final Transport transport;
    private final MessageGrammar grammar;
    private final Contradictions contradictions;
    private final Optional<Agreement> agreement;

    /**
     * A reader.
     *
     * @param draft that the connections are said to speak
     * @param transport that they are said to use
     */
    public ControlSessionReader(MoqtDraft draft, Transport transport) {
        this.transport = transport;
        this.grammar = MessageGrammar.of(draft);
        this.contradictions = new Contradictions(draft, transport);
        this.agreement = Agreement.on(draft, transport);
    }

    /**
     * Reads all connections of a trace.
     *
     * @param trace read with {@link dev.interop.trace.Depth#STREAMS}; one that is not decrypted shows nothing
     */
    public List<ControlSession> read(Trace trace) {
        var seen = SeenStreams.in(trace);
        return read(seen);
    }

    /**
     * Reads all connections.
     *
     * @param fragments what their streams carry
     * @param ends what ends their streams
     * @return one each, in the order in which they were first seen
     */
    public List<ControlSession> read(Collection<StreamFragment> fragments, Collection<StreamEnd> ends) {
        return read(new SeenStreams(List.copyOf(fragments), List.copyOf(ends), List.of(), List.of()));
    }

    List<ControlSession> read(SeenStreams seen) {
        var fragmentsOf = seen.fragments().stream().collect(Collectors.groupingBy(StreamFragment::connection));
        var endsOf = seen.ends().stream().collect(Collectors.groupingBy(StreamEnd::connection));
        var closesOf = seen.closes().stream().collect(Collectors.groupingBy(SeenStreams.SeenClose::connection));
        var protocolsOf = seen.protocols().stream().collect(Collectors.groupingBy(SeenProtocol::connection));
        Map<Connection, CapturePosition> first = new HashMap<>();
        seen.fragments().forEach(it -> first.merge(it.connection(), it.place(), ControlSessionReader::earlier));
        seen.ends().forEach(it -> first.merge(it.connection(), it.place(), ControlSessionReader::earlier));
        return first.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(it -> conversation(
                        it,
                        new SeenStreams(
                                fragmentsOf.getOrDefault(it, List.of()),
                                endsOf.getOrDefault(it, List.of()),
                                closesOf.getOrDefault(it, List.of()),
                                protocolsOf.getOrDefault(it, List.of()))))
                .toList();
    }

    private static CapturePosition earlier(CapturePosition one, CapturePosition other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private ControlSession conversation(Connection connection, SeenStreams seen) {
        var streams = seen.fragments().stream()
                .collect(Collectors.groupingBy(StreamFragment::stream, TreeMap::new, Collectors.toList()));
        var found = new Found();
        streams.forEach((number, parts) -> read(new StreamId(number), parts, found));
        var ends = firsts(seen.ends());
        var sessions = new SessionEnds(transport, found.sessions).in(seen.fragments(), ends, seen.closes());
        found.problems.addAll(sessions.problems());
        var protocols = seen.protocols();
        agreement.ifPresent(it -> found.contradictions.addAll(it.contradictions(protocols)));
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
                agreement.flatMap(it -> it.doubt(protocols, found.sessions.size())));
    }

    /** Without those that were sent again. */
    private static List<StreamEnd> firsts(List<StreamEnd> ends) {
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
                    found.problems.add(
                            new WireProblem(stream.number(), other, "what it answers is not in the capture"));
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
                // Nothing there is a control message.
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

    /** What has been found on a connection so far. */
    private static final class Found {
        private final List<Message> messages = new ArrayList<>();
        private final List<WireProblem> problems = new ArrayList<>();
        private final List<Contradiction> contradictions = new ArrayList<>();
        /** The streams of the CONNECT requests of WebTransport sessions. */
        private final Set<Long> sessions = new TreeSet<>();
    }
}
