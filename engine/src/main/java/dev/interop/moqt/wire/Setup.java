package dev.interop.moqt.wire;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A setup message, the first message of each side: CLIENT_SETUP and SERVER_SETUP (draft-ietf-moq-transport-14 and -16 §9.3), SETUP of either
 * side (draft-ietf-moq-transport-18 §10.3).
 *
 * @param head the fields of every message
 * @param versions in draft 14 the versions that the client offers, or the one that the server selects; empty in later drafts
 * @param parameters the raw bytes of the setup parameters or options, and their number if it is sent
 */
@API(status = Status.INTERNAL)
public record Setup(MessageHead head, List<Long> versions, Bytes parameters) implements Message {
    public Setup {
        versions = List.copyOf(versions);
    }

    @Override
    public String details() {
        return versions.stream().map(it -> "0x" + Long.toHexString(it)).collect(Collectors.joining(", "));
    }
}
