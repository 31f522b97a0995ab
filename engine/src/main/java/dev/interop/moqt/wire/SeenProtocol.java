package dev.interop.moqt.wire;

/**
 * A protocol that the server selects.
 *
 * @param connection the connection
 * @param layer what it is spoken over: QUIC where ALPN names it, WebTransport where the answer to CONNECT does
 * @param name its name as it is on the wire
 * @param place where it was seen
 */
record SeenProtocol(Connection connection, Transport layer, String name, CapturePosition place) {}
