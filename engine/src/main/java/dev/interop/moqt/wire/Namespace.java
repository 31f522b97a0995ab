package dev.interop.moqt.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A track namespace, or a prefix of one: parts that are compared byte by byte (draft-ietf-moq-transport-18 §2.4.1).
 *
 * @param parts the fields, in order
 */
@API(status = Status.INTERNAL)
public record Namespace(List<Bytes> parts) {
    public Namespace {
        parts = List.copyOf(parts);
    }

    /** Creates a namespace from texts. */
    public static Namespace of(String... parts) {
        return new Namespace(Arrays.stream(parts).map(Bytes::of).toList());
    }

    /** Whether the other namespace begins with the parts of this one or equals it. */
    public boolean isPrefixOf(Namespace other) {
        return parts.size() <= other.parts.size() && parts.equals(other.parts.subList(0, parts.size()));
    }

    /** The parts joined with slashes. A part may have a slash itself. */
    @Override
    public String toString() {
        return parts.stream().map(Bytes::toString).collect(Collectors.joining("/"));
    }
}
