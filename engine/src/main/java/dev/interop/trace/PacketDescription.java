package dev.interop.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes a packet in a few words: its type, and its frames if they are known (RFC 9000 §19). */
final class PacketDescription {
    private static final int MOST_FRAMES = 8;
    private static final long FIRST_STREAM = 0x08;
    private static final long LAST_STREAM = 0x0f;
    private static final Map<Long, String> FRAMES = new HashMap<>();
    private static final Map<Integer, String> MESSAGES = Map.of(
            1, "ClientHello",
            2, "ServerHello",
            4, "NewSessionTicket",
            8, "EncryptedExtensions",
            11, "Certificate",
            13, "CertificateRequest",
            15, "CertificateVerify",
            20, "Finished");

    static {
        var inOrder = List.of(
                "PADDING",
                "PING",
                "ACK",
                "ACK_ECN",
                "RESET_STREAM",
                "STOP_SENDING",
                "CRYPTO",
                "NEW_TOKEN",
                "STREAM",
                "STREAM",
                "STREAM",
                "STREAM",
                "STREAM",
                "STREAM",
                "STREAM",
                "STREAM",
                "MAX_DATA",
                "MAX_STREAM_DATA",
                "MAX_STREAMS",
                "MAX_STREAMS",
                "DATA_BLOCKED",
                "STREAM_DATA_BLOCKED",
                "STREAMS_BLOCKED",
                "STREAMS_BLOCKED",
                "NEW_CONNECTION_ID",
                "RETIRE_CONNECTION_ID",
                "PATH_CHALLENGE",
                "PATH_RESPONSE",
                "CONNECTION_CLOSE",
                "CONNECTION_CLOSE",
                "HANDSHAKE_DONE");
        for (var i = 0; i < inOrder.size(); i++) {
            FRAMES.put((long) i, inOrder.get(i));
        }
        FRAMES.put(FrameType.RESET_STREAM_AT.code(), "RESET_STREAM_AT");
        FRAMES.put(0x30L, "DATAGRAM");
        FRAMES.put(0x31L, "DATAGRAM");
    }

    private PacketDescription() {}

    /** Returns text such as {@code Initial (ACK, CRYPTO ServerHello)}; only the type if the packet was not decrypted. */
    static String of(Packet packet) {
        return packet.contents()
                .filter(it -> !it.frames().isEmpty())
                .map(it -> packet.type().title() + " (" + frames(it) + ")")
                .orElse(packet.type().title());
    }

    private static String frames(Contents contents) {
        var words = new ArrayList<String>();
        var streams = contents.streams().data().iterator();
        var isFirstCrypto = true;
        for (var type : contents.frames()) {
            var name = FRAMES.getOrDefault(type, "frame 0x" + Long.toHexString(type));
            if (type >= FIRST_STREAM && type <= LAST_STREAM && streams.hasNext()) {
                name += " " + stream(streams.next());
            } else if (type == FrameType.CRYPTO.code() && isFirstCrypto) {
                name += messages(contents.handshake().messages());
                isFirstCrypto = false;
            }
            if (words.isEmpty() || !name.equals(words.get(words.size() - 1))) {
                words.add(name);
            }
        }
        return words.size() <= MOST_FRAMES
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, MOST_FRAMES)) + ", …";
    }

    private static String stream(StreamFrames.Data it) {
        var length = it.bytes().length() / 2;
        return it.stream() + ": " + length + " bytes at " + it.offset() + (it.fin() ? ", the last" : "");
    }

    private static String messages(List<Integer> types) {
        var names = types.stream()
                .map(it -> MESSAGES.getOrDefault(it, "message " + it))
                .toList();
        return names.isEmpty() ? "" : " " + String.join(" ", names);
    }
}
