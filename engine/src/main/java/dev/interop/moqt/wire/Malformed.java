package dev.interop.moqt.wire;

/**
 * A message of a known type whose body is not what the draft says, or is not whole. Messages after it are read.
 *
 * @param head what all messages have
 * @param length bytes of its body, as announced
 * @param reason what is wrong, for people
 */
public record Malformed(MessageHead head, int length, String reason) implements Message {
    @Override
    public String details() {
        return "of " + length + " bytes, malformed: " + reason;
    }
}
