package dev.interop.moqt.wire;

import dev.interop.trace.Side;

/**
 * What all messages have.
 *
 * @param draft the draft that the message is read by
 * @param type the message type on the wire
 * @param name the draft's name of it
 * @param section the draft's section on it, such as {@code draft-ietf-moq-transport-18 §10.3}
 * @param from who sent it
 * @param stream the stream's ID
 * @param place where its first byte lies
 * @param complete where the last of its bytes came, in whichever order they did
 */
public record MessageHead(
        MoqtDraft draft,
        long type,
        String name,
        String section,
        Side from,
        long stream,
        CapturePosition place,
        CapturePosition complete) {}
