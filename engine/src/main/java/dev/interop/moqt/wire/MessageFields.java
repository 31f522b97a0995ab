package dev.interop.moqt.wire;

import java.util.ArrayList;
import java.util.OptionalLong;

/** What the messages of several drafts are made of. */
final class MessageFields {
    /** draft-ietf-moq-transport-18 §2.4.1, and the drafts before. */
    private static final int MOST_PARTS = 32;
    /** draft-ietf-moq-transport-18 §2.4.1, and the drafts before. */
    private static final int LONGEST_NAME = 4096;
    /** draft-ietf-moq-transport-18 §1.4.4, and the drafts before. */
    private static final int LONGEST_REASON = 1024;

    private MessageFields() {}

    static OptionalLong requestId(Cursor body) throws Malformation {
        return OptionalLong.of(body.integer("the request ID"));
    }

    /** A namespace of at least so many parts. */
    static Namespace namespace(Cursor body, int fewest) throws Malformation {
        long count = body.integer("the number of namespace parts");
        if (Long.compareUnsigned(count, MOST_PARTS) > 0 || count < fewest) {
            throw new Malformation("a namespace of " + Long.toUnsignedString(count) + " parts, allowed are " + fewest
                    + " to " + MOST_PARTS);
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

    /** A namespace whose parts are not empty, as drafts since 16 have them. */
    static Namespace filledNamespace(Cursor body, int fewest) throws Malformation {
        var namespace = namespace(body, fewest);
        if (namespace.parts().contains(Bytes.EMPTY)) {
            throw new Malformation("a namespace part without a byte");
        }
        return namespace;
    }

    static Bytes track(Cursor body, Namespace namespace) throws Malformation {
        var name = body.prefixed("the track name");
        limit(namespace.parts().stream().mapToInt(Bytes::size).sum() + name.size());
        return name;
    }

    static Bytes reason(Cursor body) throws Malformation {
        var reason = body.prefixed("the reason phrase");
        if (reason.size() > LONGEST_REASON) {
            throw new Malformation(
                    "a reason phrase of " + reason.size() + " bytes, allowed are at most " + LONGEST_REASON);
        }
        return reason;
    }

    /** Parameters that a message ends with. They are kept as they are: what is in them depends on their types. */
    static Bytes parameters(Cursor body) throws Malformation {
        var parameters = body.rest();
        var inside = body.over(parameters);
        if (count(inside) == 0 && inside.left() > 0) {
            throw new Malformation(inside.left() + " bytes too many behind no parameters");
        }
        return parameters;
    }

    /** Parameters that something may follow whose length is what is left. */
    static Bytes openParameters(Cursor body) throws Malformation {
        var parameters = body.rest();
        count(body.over(parameters));
        return parameters;
    }

    private static long count(Cursor parameters) throws Malformation {
        long count = parameters.integer("the number of parameters");
        // A parameter has a type and a value, a byte each at least.
        if (Long.compareUnsigned(count, parameters.left() / 2) > 0) {
            throw new Malformation(Long.toUnsignedString(count) + " parameters in " + parameters.left() + " bytes");
        }
        return count;
    }

    private static void limit(int length) throws Malformation {
        if (length > LONGEST_NAME) {
            throw new Malformation("a name of " + length + " bytes, allowed are at most " + LONGEST_NAME);
        }
    }
}
