package dev.interop.moqt.wire;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a session begins with: CLIENT_SETUP and SERVER_SETUP (draft-ietf-moq-transport-14 and -16 §9.3), SETUP of either
 * side (draft-ietf-moq-transport-18 §10.3).
 *
 * @param head what all messages have
 * @param versions in draft 14: those that the client offers, or the one that the server selects; else empty
 * @param parameters the setup parameters or options as they are, with their number where it is sent
 */
public record Setup(MessageHead head, List<Long> versions, Bytes parameters) implements Message {
    public Setup {
        versions = List.copyOf(versions);
    }

    @Override
    public String details() {
        return versions.stream().map(it -> "0x" + Long.toHexString(it)).collect(Collectors.joining(", "));
    }
}
