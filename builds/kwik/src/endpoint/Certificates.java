package endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Makes the key store that kwik wants of the PEM files that the contract gives. */
final class Certificates {
    static final String ALIAS = "server";
    static final char[] PASSWORD = "only in memory".toCharArray();

    private Certificates() {}

    static KeyStore keyStore(Path chain, Path key) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(chain)) {
            Certificate[] certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).toArray(Certificate[]::new);
            PrivateKey privateKey =
                    privateKey(key, certificates[0].getPublicKey().getAlgorithm());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, privateKey, PASSWORD, certificates);
            return store;
        }
    }

    private static PrivateKey privateKey(Path pem, String algorithm) throws IOException, GeneralSecurityException {
        String text = Files.readString(pem);
        if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new InvalidKeySpecException(pem + " is no PKCS #8 key in PEM");
        }
        String base64 = text.replaceAll("-----[^-]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
