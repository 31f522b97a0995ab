package dev.interop.quic;

import dev.interop.recording.ContainerRole;
import dev.interop.verdict.Check;

/** Factory methods for the checks of QUIC test cases. The public ones also apply to protocols over QUIC. */
public final class Checks {
    private Checks() {}

    static Check downloadedFiles() {
        return downloadedFiles(ContainerRole.CLIENT);
    }

    /** Checks that this endpoint downloaded exactly the requested files, unaltered. */
    public static Check downloadedFiles(ContainerRole by) {
        return new DownloadedFiles(by);
    }

    static Check version(long version) {
        return new ServerVersion(version);
    }

    /** Checks that the server made this number of handshakes (RFC 9000 §7.2). */
    public static Check handshakes(int count) {
        return new HandshakeCount(count);
    }

    static Check noRetry() {
        return new NoRetry();
    }

    static Check retry() {
        return new RetryFollowed();
    }

    static Check clientHellos(int atLeast) {
        return new ClientHellos(atLeast);
    }

    static Check onlyCipherSuite(int suite) {
        return new OnlyCipherSuite(suite);
    }

    static Check maxStreamsBidi(long atMost) {
        return new MaxStreamsBidi(atMost);
    }

    static Check certificateOnlyOnce() {
        return new CertificateOnlyOnce();
    }

    static Check zeroRtt() {
        return new ZeroRttSent();
    }

    static Check oneRttFromClientAtMost(int bytes) {
        return new OneRttFromClient(bytes);
    }
}
