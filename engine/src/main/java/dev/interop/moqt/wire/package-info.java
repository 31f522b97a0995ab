/**
 * Reads MoQT control messages from decrypted QUIC streams: draft-ietf-moq-transport-14, -16 and -18. The bytes come from
 * endpoints under test. Any bytes become a message, a {@link dev.interop.moqt.wire.MalformedMessage} or a
 * {@link dev.interop.moqt.wire.WireProblem}, and never an exception.
 */
@NullMarked
package dev.interop.moqt.wire;

import org.jspecify.annotations.NullMarked;
