package dev.interop.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The decrypted contents of a QUIC packet.
 *
 * @param packetNumber the full packet number
 * @param keyPhase the key phase bit, in 1-RTT packets
 * @param payloadLength the number of bytes after the packet number, including the authentication tag
 * @param frames the types of the packet's frames, in order
 * @param handshake the part of the TLS handshake that the packet carries
 * @param path the packet's frames of path validation
 * @param streams the packet's stream frames; none unless the trace was read with {@link Depth#STREAMS}
 * @param close the packet's first CONNECTION_CLOSE frame, in a trace read with {@link Depth#STREAMS}
 * @param protocols names of the application protocol in the packet
 */
@API(status = Status.EXPERIMENTAL)
public record Contents(
        long packetNumber,
        OptionalInt keyPhase,
        int payloadLength,
        List<Long> frames,
        HandshakeData handshake,
        PathValidation path,
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
    }

    /** Creates contents without frames of path validation and without names of an application protocol. */
    public Contents(
            long packetNumber,
            OptionalInt keyPhase,
            int payloadLength,
            List<Long> frames,
            HandshakeData handshake,
            StreamFrames streams) {
        this(
                packetNumber,
                keyPhase,
                payloadLength,
                frames,
                handshake,
                PathValidation.NONE,
                streams,
                Optional.empty(),
                ProtocolNames.NONE);
    }

    /** These contents with other frame types, stream frames and close; handshake and path data stay. */
    Contents with(List<Long> types, StreamFrames streamFrames, Optional<ConnectionClose> closing) {
        return new Contents(
                packetNumber, keyPhase, payloadLength, types, handshake, path, streamFrames, closing, protocols);
    }

    /** Whether the packet has a frame of this type. */
    public boolean has(FrameType type) {
        return frames.contains(type.code());
    }

    /** Whether this packet completes a TLS handshake message of this type. */
    public boolean hasMessage(int type) {
        return handshake.messages().contains(type);
    }
}
