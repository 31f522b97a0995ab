package dev.interop.quic;

import static dev.interop.testing.TraceBuilder.trace;
import static dev.interop.trace.FrameType.ACK;
import static dev.interop.trace.FrameType.ACK_ECN;
import static dev.interop.trace.PacketType.HANDSHAKE;
import static dev.interop.trace.PacketType.INITIAL;
import static dev.interop.trace.PacketType.ONE_RTT;
import static dev.interop.trace.PacketType.RETRY;
import static dev.interop.trace.PacketType.VERSION_NEGOTIATION;
import static dev.interop.trace.PacketType.ZERO_RTT;
import static dev.interop.trace.Side.CLIENT;
import static dev.interop.trace.Side.SERVER;

import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TestEvidence;
import dev.interop.testing.TraceBuilder;
import dev.interop.trace.Address;
import dev.interop.trace.Contents;
import dev.interop.trace.CryptoRange;
import dev.interop.verdict.Check;
import dev.interop.verdict.Evidence;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What makes a check of a QUIC test case pass, and what makes the same check fail. */
final class CheckSamples {
    private static final Address OTHER_CLIENT = new Address("193.167.0.131", 50001);
    private static final Address CLIENT_6 = new Address("fd00:cafe:cafe:0:0:0:0:100", 50000);
    private static final Address SERVER_6 = new Address("fd00:cafe:cafe:100:0:0:0:100", 443);
    private static final Integer[] FULL = {Contents.ENCRYPTED_EXTENSIONS, Contents.CERTIFICATE, Contents.FINISHED};
    private static final Integer[] RESUMED = {Contents.ENCRYPTED_EXTENSIONS, Contents.FINISHED};
    private static final int DATAGRAM = 1200;

    /**
     * Evidence that differs in what the check is about.
     *
     * @param passing with it the check passes
     * @param failing with it the check fails
     */
    record Sample(Evidence passing, Evidence failing) {
        static Sample of(TraceBuilder passing, TraceBuilder failing) {
            return new Sample(evidence(passing), evidence(failing));
        }

        private static Evidence evidence(TraceBuilder packets) {
            return new TestEvidence(
                    RecordingBuilder.recording(Path.of("nowhere")).build(), packets.build());
        }
    }

    private static final Map<Class<? extends Check>, Function<Check, Sample>> SAMPLES = Map.ofEntries(
            sample(DownloadedFiles.class, it -> downloads()),
            sample(ServerVersion.class, it -> versions(it.version())),
            sample(HandshakeCount.class, it -> Sample.of(handshakes(it.count()), handshakes(it.count() + 1))),
            sample(NoRetry.class, it -> Sample.of(trace().sealed(SERVER, INITIAL), trace().sealed(SERVER, RETRY))),
            sample(RetryFollowed.class, it -> Sample.of(retried("0badcafe"), retried(""))),
            sample(ClientHellos.class, it -> Sample.of(hellos(it.atLeast()), hellos(it.atLeast() - 1))),
            sample(
                    OnlyCipherSuite.class,
                    it -> Sample.of(trace().clientHello(it.suite()), trace().clientHello(it.suite(), 0x1301))),
            sample(
                    MaxStreamsBidi.class,
                    it -> Sample.of(
                            trace().maxStreamsBidi(SERVER, it.atMost()),
                            trace().maxStreamsBidi(SERVER, it.atMost() + 1))),
            sample(CertificateOnlyOnce.class, it -> Sample.of(twoHandshakes(RESUMED), twoHandshakes(FULL))),
            sample(
                    ApplicationProtocol.class,
                    it -> Sample.of(trace().alpn(it.name()), trace().alpn(it.name() + "-29"))),
            sample(KeyPhaseOne.class, it -> Sample.of(trace().keyPhase(it.by(), 1), trace().keyPhase(it.by(), 0))),
            sample(EcnMarks.class, it -> Sample.of(trace().ecn(2).keyPhase(it.by(), 0), trace().keyPhase(it.by(), 0))),
            sample(EcnCounts.class, it -> Sample.of(trace().frames(it.by(), ACK_ECN), trace().frames(it.by(), ACK))),
            sample(SeveralPaths.class, it -> Sample.of(moved().frames(SERVER, ACK), trace().frames(SERVER, ACK))),
            sample(
                    PathChallenged.class,
                    it -> Sample.of(moved().pathChallenge(SERVER, "aa"), moved().frames(SERVER, ACK))),
            sample(
                    ChallengesAnswered.class,
                    it -> Sample.of(
                            trace().pathChallenge(SERVER, "aa").pathResponse(CLIENT, "aa"),
                            trace().pathChallenge(SERVER, "aa").pathResponse(CLIENT, "bb"))),
            sample(
                    NewConnectionId.class,
                    it -> Sample.of(moved().dcid("0b").keyPhase(CLIENT, 0), moved().keyPhase(CLIENT, 0))),
            sample(
                    ZeroRttSent.class,
                    it -> Sample.of(trace().sealed(CLIENT, ZERO_RTT), trace().sealed(CLIENT, ONE_RTT))),
            sample(
                    OneRttFromClient.class,
                    it -> Sample.of(
                            trace().datagram(CLIENT, ONE_RTT, it.atMost()),
                            trace().datagram(CLIENT, ONE_RTT, it.atMost()).datagram(CLIENT, ONE_RTT, it.atMost()))),
            sample(
                    OnlyIpv6.class,
                    it -> Sample.of(
                            trace().client(CLIENT_6).server(SERVER_6).sealed(CLIENT, INITIAL),
                            trace().sealed(CLIENT, INITIAL))),
            sample(
                    InitialVersion.class,
                    it -> Sample.of(
                            trace().version(it.version()).sealed(it.by(), INITIAL),
                            trace().version(it.version() + 1).sealed(it.by(), INITIAL))),
            sample(
                    HandshakeVersion.class,
                    it -> Sample.of(
                            bothSides(trace().version(it.version())),
                            bothSides(trace().version(it.version())).version(1).sealed(CLIENT, HANDSHAKE))),
            sample(
                    HandshakeCrypto.class,
                    it -> Sample.of(
                            trace().crypto(SERVER, HANDSHAKE, new CryptoRange(0, it.atLeast())),
                            trace().crypto(SERVER, HANDSHAKE, new CryptoRange(0, it.atLeast() - 1)))),
            sample(Amplification.class, it -> Sample.of(amplified(3), amplified(5))),
            sample(VersionNegotiationSent.class, it -> Sample.of(negotiated("0102"), negotiated("0103"))));

    private CheckSamples() {}

    /** The sample for a check, with the check's own parameters. */
    static Optional<Sample> of(Check check) {
        return Optional.ofNullable(SAMPLES.get(check.getClass())).map(it -> it.apply(check));
    }

    private static <C extends Check> Map.Entry<Class<? extends Check>, Function<Check, Sample>> sample(
            Class<C> type, Function<C, Sample> sample) {
        return Map.entry(type, it -> sample.apply(type.cast(it)));
    }

    private static Sample downloads() {
        var served = RecordingBuilder.recording(Path.of("nowhere")).served("a", 3, "aa");
        var missing = served.build();
        var whole = served.downloaded("a", 3, "aa").build();
        var packets = trace().build();
        return new Sample(new TestEvidence(whole, packets), new TestEvidence(missing, packets));
    }

    private static Sample versions(long version) {
        return Sample.of(
                trace().version(version).sealed(SERVER, INITIAL),
                trace().version(version)
                        .sealed(SERVER, INITIAL)
                        .version(0xff00001dL)
                        .sealed(SERVER, INITIAL));
    }

    private static TraceBuilder handshakes(int count) {
        var trace = trace();
        for (int i = 0; i < count; i++) {
            trace.scid("%04x".formatted(i)).sealed(SERVER, INITIAL);
        }
        return trace;
    }

    private static TraceBuilder retried(String token) {
        return trace().clientHello(0x1301)
                .token("0badcafe")
                .sealed(SERVER, RETRY)
                .token(token)
                .clientHello(0x1301);
    }

    private static TraceBuilder hellos(int count) {
        var trace = trace();
        for (int i = 0; i < count; i++) {
            trace.crypto(CLIENT, INITIAL, new CryptoRange(0, 300));
        }
        return trace;
    }

    private static TraceBuilder twoHandshakes(Integer... second) {
        return trace().scid("01").messages(SERVER, HANDSHAKE, FULL).scid("02").messages(SERVER, HANDSHAKE, second);
    }

    /** A packet of each side, then the client has another address and port. */
    private static TraceBuilder moved() {
        return trace().dcid("0a").keyPhase(CLIENT, 0).keyPhase(SERVER, 0).client(OTHER_CLIENT);
    }

    private static TraceBuilder bothSides(TraceBuilder trace) {
        return trace.sealed(CLIENT, HANDSHAKE).sealed(SERVER, HANDSHAKE);
    }

    private static TraceBuilder amplified(int times) {
        var trace = trace().datagram(CLIENT, INITIAL, DATAGRAM);
        for (int i = 0; i < times; i++) {
            trace.datagram(SERVER, INITIAL, DATAGRAM);
        }
        return trace.sealed(CLIENT, HANDSHAKE);
    }

    private static TraceBuilder negotiated(String answered) {
        return trace().dcid("0102")
                .sealed(CLIENT, INITIAL)
                .version(0)
                .scid(answered)
                .sealed(SERVER, VERSION_NEGOTIATION);
    }
}
