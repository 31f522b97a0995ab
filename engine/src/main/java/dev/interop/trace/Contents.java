package dev.interop.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The decrypted contents of a QUIC packet.
 *
 * @param packetNumber the full packet number
 * @param keyPhase the key phase bit, in 1-RTT packets
 * @param payloadLength the number of bytes after the packet number, including the authentication tag
 * @param frames the types of the packet's frames, in order
 * @param crypto the ranges that the packet's CRYPTO frames carry
 * @param messages the types of the TLS handshake messages that this packet completes (RFC 8446 §4)
 * @param cipherSuites the cipher suites that a ClientHello among these messages offers, or a ServerHello selects
 * @param initialMaxStreamsBidi the transport parameter initial_max_streams_bidi in these messages (RFC 9000 §18.2)
 * @param pathChallenges the data of PATH_CHALLENGE frames, in hexadecimal
 * @param pathResponses the data of PATH_RESPONSE frames, in hexadecimal
 * @param streams the packet's stream frames; none unless the trace was read with {@link Depth#STREAMS}
 * @param close the packet's first CONNECTION_CLOSE frame, in a trace read with {@link Depth#STREAMS}
 * @param protocols names of the application protocol in the packet, in a trace read with {@link Depth#STREAMS}
 */
@API(status = Status.EXPERIMENTAL)
public record Contents(
        long packetNumber,
        OptionalInt keyPhase,
        int payloadLength,
        List<Long> frames,
        List<CryptoRange> crypto,
        List<Integer> messages,
        List<Integer> cipherSuites,
        OptionalLong initialMaxStreamsBidi,
        List<String> pathChallenges,
        List<String> pathResponses,
        StreamFrames streams,
        Optional<ConnectionClose> close,
        ProtocolNames protocols) {
    /** The handshake message type of a ClientHello (RFC 8446 §4.1.2). */
    public static final int CLIENT_HELLO = 1;
    /** The handshake message type of EncryptedExtensions (RFC 8446 §4.3.1). */
    public static final int ENCRYPTED_EXTENSIONS = 8;
    /** The handshake message type of a Certificate (RFC 8446 §4.4.2). */
    public static final int CERTIFICATE = 11;
    /** The handshake message type of Finished, the last message of a flight (RFC 8446 §4.4.4). */
    public static final int FINISHED = 20;

    public Contents {
        frames = List.copyOf(frames);
        crypto = List.copyOf(crypto);
        messages = List.copyOf(messages);
        cipherSuites = List.copyOf(cipherSuites);
        pathChallenges = List.copyOf(pathChallenges);
        pathResponses = List.copyOf(pathResponses);
    }

    /** Creates contents without a CONNECTION_CLOSE frame and without names of an application protocol. */
    public Contents(
            long packetNumber,
            OptionalInt keyPhase,
            int payloadLength,
            List<Long> frames,
            List<CryptoRange> crypto,
            List<Integer> messages,
            List<Integer> cipherSuites,
            OptionalLong initialMaxStreamsBidi,
            List<String> pathChallenges,
            List<String> pathResponses,
            StreamFrames streams) {
        this(
                packetNumber,
                keyPhase,
                payloadLength,
                frames,
                crypto,
                messages,
                cipherSuites,
                initialMaxStreamsBidi,
                pathChallenges,
                pathResponses,
                streams,
                Optional.empty(),
                ProtocolNames.NONE);
    }

    /** These contents with other frame types, stream frames and close; handshake and path data stay. */
    Contents with(List<Long> types, StreamFrames streamFrames, Optional<ConnectionClose> closing) {
        return new Contents(
                packetNumber,
                keyPhase,
                payloadLength,
                types,
                crypto,
                messages,
                cipherSuites,
                initialMaxStreamsBidi,
                pathChallenges,
                pathResponses,
                streamFrames,
                closing,
                protocols);
    }

    /** Whether the packet has a frame of this type. */
    public boolean has(FrameType type) {
        return frames.contains(type.code());
    }

    /** Whether this packet completes a TLS handshake message of this type. */
    public boolean hasMessage(int type) {
        return messages.contains(type);
    }
}
