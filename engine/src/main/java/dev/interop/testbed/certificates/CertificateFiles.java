package dev.interop.testbed.certificates;

import dev.interop.testbed.archive.TarSource;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The content of an endpoint's folder of certificates.
 *
 * @param chain certificates from the leaf up to, without, the root, in PEM
 * @param key the leaf's private key: PKCS #8 in PEM
 * @param root the root certificate in PEM
 */
@API(status = Status.INTERNAL)
public record CertificateFiles(String chain, String key, String root) {
    /** The server's certificate alone, below {@code folder}: the only file that a client may have. */
    public List<TarSource> known(String folder) {
        return List.of(TarSource.text(folder + "/cert.pem", chain));
    }

    /** The files for an archive, below {@code folder}. Every user in the container may read the key, as upstream. */
    public List<TarSource> sources(String folder) {
        return List.of(
                TarSource.text(folder + "/cert.pem", chain),
                TarSource.text(folder + "/priv.key", key),
                TarSource.text(folder + "/ca.pem", root));
    }
}
