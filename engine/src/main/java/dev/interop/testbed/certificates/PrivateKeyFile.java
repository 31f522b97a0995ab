package dev.interop.testbed.certificates;

import java.io.IOException;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A private key as other tools write it: PKCS #8 (RFC 5958) around an ECPrivateKey that holds the public key, too
 * (RFC 5915, section 3). It is optional there and Java leaves it out, but ring, the cryptography of many endpoints in
 * Rust, takes no key without it.
 */
final class PrivateKeyFile {
    private PrivateKeyFile() {}

    /** The private key of this pair of an elliptic curve, in PEM. */
    static String pem(KeyPair pair) throws IOException {
        var secret = (ECPrivateKey) pair.getPrivate();
        var open = SubjectPublicKeyInfo.getInstance(((ECPublicKey) pair.getPublic()).getEncoded());
        var inner = new org.bouncycastle.asn1.sec.ECPrivateKey(
                secret.getParams().getOrder().bitLength(), secret.getS(), open.getPublicKeyData(), null);
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    new PemObject("PRIVATE KEY", new PrivateKeyInfo(open.getAlgorithm(), inner).getEncoded()));
        }
        return text.toString();
    }
}
