package dev.interop.trace;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A field of an HTTP/3 message, pseudo-header fields among them (RFC 9114 §4.2, §4.3).
 *
 * @param name the name as it is on the wire, in lower case
 * @param value the value, one character for each byte
 */
@API(status = Status.EXPERIMENTAL)
public record HttpField(String name, String value) {}
