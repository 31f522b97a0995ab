/**
 * MoQT control messages out of decrypted QUIC stream bytes: draft-ietf-moq-transport-14, -16 and -18. What is read here
 * was sent by endpoints under test: whatever it is, it becomes a message, a {@link dev.interop.moqt.wire.Malformed} one
 * or a {@link dev.interop.moqt.wire.WireProblem}, never an exception.
 */
@NullMarked
package dev.interop.moqt.wire;

import org.jspecify.annotations.NullMarked;
