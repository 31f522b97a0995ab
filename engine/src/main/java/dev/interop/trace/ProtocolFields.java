package dev.interop.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads ALPN names and HTTP/3 fields from a line of the dissector's output. Their text comes from the endpoints under test
 * and may have the comma that separates values, so that each value is cut by its length.
 */
final class ProtocolFields {
    private final FieldLine line;

    ProtocolFields(FieldLine line) {
        this.line = line;
    }

    /** The names and fields, without those that do not match their lengths, such as text that tshark escaped. */
    ProtocolNames names() {
        var alpn = cut(Field.ALPN, Field.ALPN_LENGTH);
        var names = cut(Field.HTTP_NAME, Field.HTTP_NAME_LENGTH);
        var values = cut(Field.HTTP_VALUE, Field.HTTP_VALUE_LENGTH);
        var fields = new ArrayList<HttpField>();
        if (names.isPresent()
                && values.isPresent()
                && names.get().size() == values.get().size()) {
            for (int i = 0; i < names.get().size(); i++) {
                fields.add(new HttpField(names.get().get(i), values.get().get(i)));
            }
        }
        return alpn.orElse(List.of()).isEmpty() && fields.isEmpty()
                ? ProtocolNames.NONE
                : new ProtocolNames(alpn.orElse(List.of()), fields);
    }

    private Optional<List<String>> cut(Field field, Field lengths) {
        var whole = String.join(",", line.texts(field));
        var parts = new ArrayList<String>();
        int at = 0;
        for (long length : line.numbers(lengths)) {
            if (!parts.isEmpty()) {
                if (at >= whole.length() || whole.charAt(at) != ',') {
                    return Optional.empty();
                }
                at++;
            }
            if (length > whole.length() - at) {
                return Optional.empty();
            }
            parts.add(whole.substring(at, at + (int) length));
            at += (int) length;
        }
        return at == whole.length() ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }
}
