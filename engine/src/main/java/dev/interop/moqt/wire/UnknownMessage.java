package dev.interop.moqt.wire;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A message whose body is not read: its type is not needed by any test case or not defined by the draft.
 *
 * @param head the fields of every message
 * @param length the number of bytes of the body
 */
@API(status = Status.INTERNAL)
public record UnknownMessage(MessageHead head, int length) implements Message {
    @Override
    public String details() {
        return "of " + length + " bytes";
    }
}
