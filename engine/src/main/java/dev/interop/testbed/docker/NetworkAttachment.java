package dev.interop.testbed.docker;

/**
 * A container's place in a network.
 *
 * @param network the network's name
 * @param ipv4 its fixed address
 * @param ipv6 its fixed address
 */
public record NetworkAttachment(String network, String ipv4, String ipv6) {}
