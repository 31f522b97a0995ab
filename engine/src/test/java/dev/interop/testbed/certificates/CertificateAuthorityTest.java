package dev.interop.testbed.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.CertificateChain;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final CertificateAuthority authority =
            new CertificateAuthority(new SecureRandom(), Clock.fixed(NOW, ZoneOffset.UTC), List.of("server", "relay"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void eachCertificateIsSignedByTheNextAndTheLastByTheRoot(int length) throws Exception {
        var files = authority.files(new CertificateChain(length, false));

        var chain = certificates(files.chain());
        var root = certificates(files.root()).get(0);
        assertThat(chain).hasSize(length);
        for (var index = 0; index < length; index++) {
            var issuer = index + 1 < length ? chain.get(index + 1) : root;
            chain.get(index).verify(issuer.getPublicKey());
            assertThat(chain.get(index).getIssuerX500Principal()).isEqualTo(issuer.getSubjectX500Principal());
            assertThat(issuer.getBasicConstraints()).isNotNegative();
        }
        root.verify(root.getPublicKey());
    }

    @Test
    void theKeyFileHoldsThePublicKeyTooAsRingAsksForIt() throws Exception {
        var files = authority.files(CertificateChain.LEAF);

        var file = PrivateKeyInfo.getInstance(der(files.key()));
        var key = ECPrivateKey.getInstance(file.parsePrivateKey());
        var leaf = SubjectPublicKeyInfo.getInstance(
                certificates(files.chain()).get(0).getPublicKey().getEncoded());
        assertThat(file.getPrivateKeyAlgorithm()).isEqualTo(leaf.getAlgorithm());
        assertThat(key.getPublicKey()).isEqualTo(leaf.getPublicKeyData());
        assertThat(key.getParametersObject()).isNull();
    }

    @Test
    void theLeafIsForTheNamesOfTheServerAndNoAuthority() throws Exception {
        var leaf = certificates(authority.files(CertificateChain.LEAF).chain()).get(0);

        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.getSubjectAlternativeNames().stream()
                        .map(it -> it.get(1))
                        .toList())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .contains("server", "server4", "server6", "server46");
    }

    @Test
    void aCertificateMaySignItselfForAllNamesOfARelay() throws Exception {
        var files = authority.files(CertificateChain.SELF_SIGNED);

        var alone = certificates(files.chain());
        assertThat(alone).hasSize(1);
        alone.get(0).verify(alone.get(0).getPublicKey());
        assertThat(alone.get(0).getSubjectAlternativeNames().stream()
                        .map(it -> it.get(1))
                        .toList())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .contains("localhost", "relay", "127.0.0.1");
        assertThat(fits(files.key(), alone.get(0).getPublicKey())).isTrue();
        assertThat(files.known("certs")).extracting(it -> it.path()).containsExactly("certs/cert.pem");
    }

    @Test
    void theKeyFileBelongsToTheLeafCertificate() throws Exception {
        var files = authority.files(CertificateChain.LEAF);

        assertThat(fits(files.key(), certificates(files.chain()).get(0).getPublicKey()))
                .isTrue();
    }

    @Test
    void certificatesAreValidNowAndShortEnoughForCertificateHashes() throws Exception {
        var leaf = certificates(authority.files(CertificateChain.LEAF).chain()).get(0);

        leaf.checkValidity(Date.from(NOW));
        assertThat(Duration.between(
                        leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(14));
    }

    @Test
    void eachCertificateChainIsCreatedOnce() {
        assertThat(authority.files(new CertificateChain(1, false)))
                .isSameAs(authority.files(new CertificateChain(1, false)));
    }

    @Test
    void anInflatedChainOfNineExceedsTheAmplificationLimit() throws Exception {
        var size = 0;
        for (var certificate :
                certificates(authority.files(new CertificateChain(9, true)).chain())) {
            size += certificate.getEncoded().length;
        }

        assertThat(size).isBetween(7_500, 16_000);
    }

    /** An endpoint may compress its certificates (RFC 8879); the checks want the same number of bytes from all. */
    @Test
    void anInflatedChainOfNineExceedsTheLimitAlsoWhenItIsCompressed() throws Exception {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var all = new ByteArrayOutputStream();
        for (var certificate :
                certificates(authority.files(new CertificateChain(9, true)).chain())) {
            all.write(certificate.getEncoded());
            assertThat(certificate.getSubjectAlternativeNames())
                    .allSatisfy(it -> assertThat(it.get(1).toString()).hasSizeLessThanOrEqualTo(253));
        }
        deflater.setInput(all.toByteArray());
        deflater.finish();

        assertThat(deflater.deflate(new byte[20_000])).isGreaterThan(7_500);
    }

    @Test
    void theFilesAreInTheFolderOfTheContract() {
        assertThat(authority.files(CertificateChain.LEAF).sources("certs"))
                .extracting(it -> it.path())
                .containsExactly("certs/cert.pem", "certs/priv.key", "certs/ca.pem");
    }

    @Test
    void serialNumbersDiffer() throws Exception {
        var chain = certificates(authority.files(new CertificateChain(3, false)).chain());

        assertThat(Set.of(
                        chain.get(0).getSerialNumber(),
                        chain.get(1).getSerialNumber(),
                        chain.get(2).getSerialNumber()))
                .hasSize(3);
    }

    private static List<X509Certificate> certificates(String pem) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static byte[] der(String pem) {
        return Base64.getDecoder().decode(pem.replaceAll("-----.*-----|\\s", ""));
    }

    private static boolean fits(String pem, PublicKey publicKey) throws Exception {
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(new byte[] {1});
        var signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(new byte[] {1});
        return signature.verify(signed);
    }
}
