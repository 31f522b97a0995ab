package dev.interop.testbed.certificates;

import dev.interop.protocol.CertificateChain;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Makes chains of certificates (EC P-256, X.509 v3 as in RFC 5280) for the names by which endpoints know the server.
 * Each kind of chain is made once.
 */
@API(status = Status.INTERNAL)
public final class CertificateAuthority {
    private final SecureRandom random;
    private final Clock clock;
    private final List<String> serverNames;
    private final Map<CertificateChain, CertificateFiles> made = new ConcurrentHashMap<>();

    /**
     * @param random the source of keys and serial numbers
     * @param clock determines the first moment of validity
     * @param serverNames the host names of servers in the protocols' contracts
     */
    public CertificateAuthority(SecureRandom random, Clock clock, List<String> serverNames) {
        this.random = random;
        this.clock = clock;
        this.serverNames = List.copyOf(serverNames);
    }

    /** The host names of servers in the protocols' contracts. */
    public List<String> serverNames() {
        return serverNames;
    }

    /** The certificates for a server that has to present this kind of chain. */
    public CertificateFiles files(CertificateChain chain) {
        return made.computeIfAbsent(chain, it -> new CertificateMaker(random, clock, serverNames).make(it));
    }
}
