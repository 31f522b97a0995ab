package dev.interop.moqt.wire;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A message of a known type whose body is incomplete or does not have the form that the draft defines. The messages after it
 * are read nevertheless.
 *
 * @param head the fields of every message
 * @param length the number of bytes of the body, as announced
 * @param reason a description of the error
 */
@API(status = Status.INTERNAL)
public record MalformedMessage(MessageHead head, int length, String reason) implements Message {
    @Override
    public String details() {
        return "of " + length + " bytes, malformed: " + reason;
    }
}
