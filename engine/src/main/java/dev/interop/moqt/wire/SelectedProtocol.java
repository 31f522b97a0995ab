package dev.interop.moqt.wire;

/**
 * An application protocol that the server selected.
 *
 * @param connection the connection
 * @param layer the transport that it was selected for: QUIC by ALPN, WebTransport in the answer to CONNECT
 * @param name the name on the wire
 * @param place the position in the capture
 */
record SelectedProtocol(Connection connection, Transport layer, String name, CapturePosition place) {}
