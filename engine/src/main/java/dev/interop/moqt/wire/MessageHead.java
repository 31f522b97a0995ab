package dev.interop.moqt.wire;

import dev.interop.trace.Side;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The fields of every message.
 *
 * @param draft the draft that the message was read in
 * @param type the message type on the wire
 * @param name the draft's name of the message
 * @param section the draft's section on the message, such as {@code draft-ietf-moq-transport-18 §10.3}
 * @param from the side that sent it
 * @param stream the stream's ID
 * @param place the position of the first byte
 * @param complete the position at which all bytes of the message had been captured
 */
@API(status = Status.INTERNAL)
public record MessageHead(
        MoqtDraft draft,
        long type,
        String name,
        String section,
        Side from,
        long stream,
        CapturePosition place,
        CapturePosition complete) {}
