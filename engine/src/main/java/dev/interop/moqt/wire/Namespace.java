package dev.interop.moqt.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A track namespace, or a prefix of one: parts that are compared byte by byte (draft-ietf-moq-transport-18 §2.4.1).
 *
 * @param parts its fields, in order
 */
public record Namespace(List<Bytes> parts) {
    public Namespace {
        parts = List.copyOf(parts);
    }

    /** The namespace whose parts are these texts. */
    public static Namespace of(String... parts) {
        return new Namespace(Arrays.stream(parts).map(Bytes::of).toList());
    }

    /** Whether another one begins with its parts, or is the same. */
    public boolean isPrefixOf(Namespace other) {
        return parts.size() <= other.parts.size() && parts.equals(other.parts.subList(0, parts.size()));
    }

    /** Its parts with slashes between them, for people: a part may hold a slash itself. */
    @Override
    public String toString() {
        return parts.stream().map(Bytes::toString).collect(Collectors.joining("/"));
    }
}
