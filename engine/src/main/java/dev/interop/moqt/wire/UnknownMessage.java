package dev.interop.moqt.wire;

/**
 * A message that is not read here: of a type that no test case asks for, or that the draft does not define.
 *
 * @param head what all messages have
 * @param length bytes of its body
 */
public record UnknownMessage(MessageHead head, int length) implements Message {
    @Override
    public String details() {
        return "of " + length + " bytes";
    }
}
