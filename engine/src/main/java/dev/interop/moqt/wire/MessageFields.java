package dev.interop.moqt.wire;

import java.util.ArrayList;
import java.util.OptionalLong;

/** Reads fields that messages of several drafts have. */
final class MessageFields {
    /** draft-ietf-moq-transport-18 §2.4.1, and the drafts before. */
    private static final int MAX_PARTS = 32;
    /** draft-ietf-moq-transport-18 §2.4.1, and the drafts before. */
    private static final int MAX_NAME_LENGTH = 4096;
    /** draft-ietf-moq-transport-18 §1.4.4, and the drafts before. */
    private static final int MAX_REASON_LENGTH = 1024;

    private MessageFields() {}

    static OptionalLong requestId(Cursor body) throws MalformedException {
        return OptionalLong.of(body.integer("the request ID"));
    }

    /** Reads a namespace with a minimum number of parts. */
    static Namespace namespace(Cursor body, int minimum) throws MalformedException {
        long count = body.integer("the number of namespace parts");
        if (Long.compareUnsigned(count, MAX_PARTS) > 0 || count < minimum) {
            throw new MalformedException("a namespace of " + Long.toUnsignedString(count) + " parts, allowed are "
                    + minimum + " to " + MAX_PARTS);
        }
        var parts = new ArrayList<Bytes>();
        int length = 0;
        for (long i = 0; i < count; i++) {
            var part = body.prefixed("a namespace part");
            parts.add(part);
            length += part.size();
        }
        limit(length);
        return new Namespace(parts);
    }

    /** Reads a namespace without empty parts, as required since draft 16. */
    static Namespace filledNamespace(Cursor body, int minimum) throws MalformedException {
        var namespace = namespace(body, minimum);
        if (namespace.parts().contains(Bytes.EMPTY)) {
            throw new MalformedException("a namespace part without a byte");
        }
        return namespace;
    }

    static Bytes track(Cursor body, Namespace namespace) throws MalformedException {
        var name = body.prefixed("the track name");
        limit(namespace.parts().stream().mapToInt(Bytes::size).sum() + name.size());
        return name;
    }

    static Bytes reason(Cursor body) throws MalformedException {
        var reason = body.prefixed("the reason phrase");
        if (reason.size() > MAX_REASON_LENGTH) {
            throw new MalformedException(
                    "a reason phrase of " + reason.size() + " bytes, allowed are at most " + MAX_REASON_LENGTH);
        }
        return reason;
    }

    /** Reads the parameters at the end of a message. Their bytes are kept, since their form depends on their types. */
    static Bytes parameters(Cursor body) throws MalformedException {
        var parameters = body.rest();
        var inside = body.over(parameters);
        if (count(inside) == 0 && inside.remaining() > 0) {
            throw new MalformedException(inside.remaining() + " bytes left after a parameter count of 0");
        }
        return parameters;
    }

    /** Reads parameters and a field after them that extends to the end of the message. */
    static Bytes openParameters(Cursor body) throws MalformedException {
        var parameters = body.rest();
        count(body.over(parameters));
        return parameters;
    }

    private static long count(Cursor parameters) throws MalformedException {
        long count = parameters.integer("the number of parameters");
        // A parameter has a type and a value of at least one byte each.
        if (Long.compareUnsigned(count, parameters.remaining() / 2) > 0) {
            throw new MalformedException(
                    Long.toUnsignedString(count) + " parameters in " + parameters.remaining() + " bytes");
        }
        return count;
    }

    private static void limit(int length) throws MalformedException {
        if (length > MAX_NAME_LENGTH) {
            throw new MalformedException("a name of " + length + " bytes, allowed are at most " + MAX_NAME_LENGTH);
        }
    }
}
