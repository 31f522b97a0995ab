package dev.interop.webtransport;

import dev.interop.trace.Contents;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a side announced before there was a session.
 *
 * @param side the side
 * @param parameters the types of its transport parameters
 * @param handshake the packet that had the last of them; empty if they could not be read
 * @param settings the settings of its HTTP/3; empty if none were seen
 * @param refusal its close of the connection because the peer does not meet what WebTransport requires of it
 */
record Announcement(
        Side side,
        Set<Long> parameters,
        Optional<Packet> handshake,
        Optional<HttpSettings> settings,
        Optional<Refusal> refusal) {
    Announcement {
        parameters = Set.copyOf(parameters);
    }

    static Announcement of(Side side, Trace trace) {
        int message = side == Side.CLIENT ? Contents.CLIENT_HELLO : Contents.ENCRYPTED_EXTENSIONS;
        var parameters = new HashSet<Long>();
        var handshake = Optional.<Packet>empty();
        for (var packet : trace.packets()) {
            if (packet.from() != side || packet.contents().isEmpty()) {
                continue;
            }
            var contents = packet.contents().get();
            parameters.addAll(contents.handshake().parameters());
            if (contents.hasMessage(message)) {
                handshake = Optional.of(packet);
            }
        }
        return new Announcement(side, parameters, handshake, HttpSettings.sentBy(side, trace), Refusal.by(side, trace));
    }

    /** Whether it is known that the side did not send this transport parameter. */
    boolean lacksParameter(long type) {
        return handshake.isPresent() && !parameters.contains(type);
    }

    /** Whether it is known that the side did not send this setting, or with the value 0, which means the same. */
    boolean lacksSetting(long identifier) {
        return settings.filter(it -> it.values().getOrDefault(identifier, 0L) == 0)
                .isPresent();
    }

    /** Whether the side sent this setting with another value than 0. */
    boolean hasSetting(long identifier) {
        return settings.filter(it -> it.values().getOrDefault(identifier, 0L) != 0)
                .isPresent();
    }
}
