package dev.interop.trace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The source or destination of a datagram.
 *
 * @param host the IP address, as text
 * @param port the UDP port
 */
@API(status = Status.EXPERIMENTAL)
public record Address(String host, int port) {
    static Address of(byte[] ip, int port) {
        try {
            return new Address(InetAddress.getByAddress(ip).getHostAddress(), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("an IP address has 4 or 16 bytes, not " + ip.length, impossible);
        }
    }

    /** Whether the host is an IPv6 address. */
    public boolean isIpv6() {
        return host.indexOf(':') >= 0;
    }

    @Override
    public String toString() {
        return isIpv6() ? "[" + host + "]:" + port : host + ":" + port;
    }
}
