package dev.interop.testbed.lane;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An address in a network of a lane.
 *
 * @param ipv4 the IPv4 address
 * @param ipv6 the IPv6 address of the same host
 */
@API(status = Status.EXPERIMENTAL)
public record LaneAddress(String ipv4, String ipv6) {}
