package dev.interop.quic;

import dev.interop.recording.ContainerRole;
import dev.interop.trace.Side;
import dev.interop.verdict.Check;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Every check of the QUIC test cases, by the name by which a test case asks for it; some hold for all over QUIC. */
@API(status = Status.EXPERIMENTAL)
public final class Checks {
    private Checks() {}

    /** Checks that the client downloaded exactly the requested files, unaltered. */
    public static Check downloadedFiles() {
        return downloadedFiles(ContainerRole.CLIENT);
    }

    /** Checks that this endpoint downloaded exactly the requested files, unaltered. */
    public static Check downloadedFiles(ContainerRole by) {
        return new DownloadedFiles(by);
    }

    /** Checks that the server's Initial packets carry this version only (RFC 9000 §15). */
    public static Check version(long version) {
        return new ServerVersion(version);
    }

    /** Checks that the server made this many handshakes (RFC 9000 §7.2). */
    public static Check handshakes(int count) {
        return new HandshakeCount(count);
    }

    /** Checks that the server sends no Retry packet (RFC 9000 §8.1.2). */
    public static Check noRetry() {
        return new NoRetry();
    }

    /** Checks that the client follows the server's Retry with its token (RFC 9000 §8.1.2, §17.2.5.3). */
    public static Check retry() {
        return new RetryFollowed();
    }

    /** Checks that the client sends at least this many ClientHellos (RFC 9002 §6.2.2). */
    public static Check clientHellos(int atLeast) {
        return new ClientHellos(atLeast);
    }

    /** Checks that the client offers exactly this TLS cipher suite, such as 0x1303 (RFC 9001 §5.3). */
    public static Check onlyCipherSuite(int suite) {
        return new OnlyCipherSuite(suite);
    }

    /** Checks that the server allows at most this many bidirectional streams at first (RFC 9000 §4.6, §18.2). */
    public static Check maxStreamsBidi(long atMost) {
        return new MaxStreamsBidi(atMost);
    }

    /** Checks that the server sends its certificate in the first of two handshakes only: the second one is resumed (RFC 8446 §2.2). */
    public static Check certificateOnlyOnce() {
        return new CertificateOnlyOnce();
    }

    /** Checks that the server selects this application protocol, where keys allow to see it (RFC 9001 §8.1). */
    public static Check alpn(String name) {
        return alpn(name, Side.SERVER);
    }

    /**
     * Checks that the server selects this application protocol, where keys allow to see it (RFC 9001 §8.1).
     *
     * @param at the side whose capture is read: the one that other checks of the test case have dissected
     */
    public static Check alpn(String name, Side at) {
        return new ApplicationProtocol(name, at);
    }

    /** Checks that this side sends 1-RTT packets with key phase 1 (RFC 9001 §6). */
    public static Check keyUpdate(Side by) {
        return new KeyPhaseOne(by);
    }

    /** Checks that this side marks datagrams with ECT(0) or ECT(1), and none with CE (RFC 9000 §13.4). */
    public static Check ecnMarks(Side by) {
        return new EcnMarks(by);
    }

    /** Checks that this side sends ACK frames with ECN counts (RFC 9000 §19.3.2). */
    public static Check ecnCounts(Side by) {
        return new EcnCounts(by);
    }

    /** Checks that the server sends on more than one path: from or to more than one address and port (RFC 9000 §9). */
    public static Check severalPaths() {
        return SeveralPaths.paths();
    }

    /** Checks that the server sends to more than one address of the client (RFC 9000 §9). */
    public static Check severalClientAddresses() {
        return SeveralPaths.hosts();
    }

    /** Checks that the server's first packet on each new path has a PATH_CHALLENGE (RFC 9000 §9.3). */
    public static Check pathChallenge() {
        return new PathChallenged();
    }

    /** Checks that the client answers each PATH_CHALLENGE with a PATH_RESPONSE (RFC 9000 §8.2.2). */
    public static Check pathResponses() {
        return new ChallengesAnswered();
    }

    /** Checks that the client's first packet on a new path uses a new destination connection ID (RFC 9000 §9.5). */
    public static Check newConnectionId() {
        return new NewConnectionId();
    }

    /** Checks that the client sends 0-RTT data (RFC 9001 §4.6). */
    public static Check zeroRtt() {
        return new ZeroRttSent();
    }

    /** Checks that the client sends at most this many bytes in 1-RTT packets (RFC 9001 §4.6). */
    public static Check oneRttFromClientAtMost(int bytes) {
        return new OneRttFromClient(bytes);
    }

    /** Checks that no datagram goes over IPv4. */
    public static Check onlyIpv6() {
        return new OnlyIpv6();
    }

    /** Checks that this side sends an Initial packet of this version (RFC 9368 §2.3). */
    public static Check initialVersion(Side by, long version) {
        return new InitialVersion(by, version);
    }

    /** Checks that both sides send Handshake packets, all of this version (RFC 9369 §4.1). */
    public static Check handshakeVersion(long version) {
        return new HandshakeVersion(version);
    }

    /** Checks that the server's CRYPTO data in Handshake packets is at least this large (RFC 9000 §19.6). */
    public static Check handshakeCrypto(int atLeast) {
        return new HandshakeCrypto(atLeast);
    }

    /** Checks that the server stays within the limit before the client's address is validated (RFC 9000 §8.1). */
    public static Check amplification() {
        return new Amplification();
    }

    /** Checks that the server answers the client's first packet with Version Negotiation (RFC 9000 §17.2.1). */
    public static Check versionNegotiation() {
        return new VersionNegotiationSent();
    }
}
