package dev.interop.testbed.docker;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A container's attachment to a network.
 *
 * @param network the network's name
 * @param ipv4 its fixed address
 * @param ipv6 its fixed address
 */
@API(status = Status.INTERNAL)
public record NetworkAttachment(String network, String ipv4, String ipv6) {}
