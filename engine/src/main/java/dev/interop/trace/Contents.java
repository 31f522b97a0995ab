package dev.interop.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a QUIC packet says behind its protection.
 *
 * @param packetNumber its full packet number
 * @param keyPhase the key phase bit, in 1-RTT packets
 * @param payloadLength bytes behind the packet number, with the authentication tag
 * @param frames the types of its frames, in order
 * @param crypto what its CRYPTO frames carry
 * @param messages the types of the TLS handshake messages that are complete with this packet (RFC 8446 §4)
 * @param cipherSuites what a ClientHello among them offers, or a ServerHello selects
 * @param initialMaxStreamsBidi the transport parameter of this name in one of them (RFC 9000 §18.2)
 * @param pathChallenges data of PATH_CHALLENGE frames, hex
 * @param pathResponses data of PATH_RESPONSE frames, hex
 * @param streams its frames that are about streams, in a trace that has them
 * @param close its first CONNECTION_CLOSE frame, in a trace that has the frames about streams
 * @param protocols what it says of the protocol over QUIC, in a trace that has the frames about streams
 */
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
    /** The handshake message type of Finished, the last of a flight (RFC 8446 §4.4.4). */
    public static final int FINISHED = 20;

    public Contents {
        frames = List.copyOf(frames);
        crypto = List.copyOf(crypto);
        messages = List.copyOf(messages);
        cipherSuites = List.copyOf(cipherSuites);
        pathChallenges = List.copyOf(pathChallenges);
        pathResponses = List.copyOf(pathResponses);
    }

    /** A packet that neither closes its connection nor says anything of the protocol over QUIC. */
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

    /** The same packet with other frames; those of the handshake and of paths stay. */
    Contents with(List<Long> types, StreamFrames aboutStreams, Optional<ConnectionClose> closing) {
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
                aboutStreams,
                closing,
                protocols);
    }

    /** Whether it holds a frame of this type. */
    public boolean has(FrameType type) {
        return frames.contains(type.code());
    }

    /** Whether a TLS handshake message of this type is complete with this packet. */
    public boolean hasMessage(int type) {
        return messages.contains(type);
    }
}
