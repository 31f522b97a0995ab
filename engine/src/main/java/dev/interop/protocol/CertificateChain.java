package dev.interop.protocol;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The certificates that a test case wants the server to present.
 *
 * @param length certificates from the leaf up to, without, the root; 1 is a leaf signed by the root, 0 a leaf signed by
 *     itself
 * @param inflated whether each certificate has many subject alternative names, to make the chain large
 */
@API(status = Status.EXPERIMENTAL)
public record CertificateChain(int length, boolean inflated) {
    /** A leaf, signed by the root. */
    public static final CertificateChain LEAF = new CertificateChain(1, false);

    /** A self-signed leaf, which the client knows beforehand; there is no authority. */
    public static final CertificateChain SELF_SIGNED = new CertificateChain(0, false);

    public CertificateChain {
        if (length < 0) {
            throw new IllegalArgumentException("a chain has no " + length + " certificates");
        }
    }
}
