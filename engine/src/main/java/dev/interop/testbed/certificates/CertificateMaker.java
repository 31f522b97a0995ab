package dev.interop.testbed.certificates;

import dev.interop.protocol.CertificateChain;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes chains of certificates. Its library is in a signed archive, which takes a quarter of a second to open. */
final class CertificateMaker {
    /** The names beside those of the contracts: of the public QUIC runner, and of the machine itself. */
    private static final List<String> FURTHER_NAMES = List.of("server4", "server6", "server46", "localhost");

    private static final X500Name SERVER = new X500Name("CN=server");
    /** Short enough for WebTransport's certificate hashes, which allow two weeks. */
    private static final Duration VALID = Duration.ofDays(10);

    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    /**
     * Make a certificate about 880 bytes longer, so that a chain of nine needs far more than three datagrams, also where it is
     * compressed (RFC 8879).
     */
    private static final int INFLATING_NAMES = 5;

    private static final int LABELS = 3;
    private static final int LABEL_LENGTH = 55;

    private final SecureRandom random;
    private final Clock clock;
    private final List<String> serverNames;

    /**
     * @param random the source of keys and serial numbers
     * @param clock determines the first moment of validity
     * @param serverNames the host names of servers in the protocols' contracts
     */
    CertificateMaker(SecureRandom random, Clock clock, List<String> serverNames) {
        this.random = random;
        this.clock = clock;
        this.serverNames = List.copyOf(serverNames);
    }

    CertificateFiles make(CertificateChain chain) {
        try {
            if (chain.length() == 0) {
                var key = keyPair();
                var alone = pem(leaf(key, SERVER, key, chain.inflated()));
                return new CertificateFiles(alone, PrivateKeyFile.pem(key), alone);
            }
            var rootKey = keyPair();
            var rootName = new X500Name("CN=interop root");
            var root = authority(rootName, rootKey, rootName, rootKey, false);
            var issuerName = rootName;
            var issuerKey = rootKey;
            var fromTop = new ArrayList<X509CertificateHolder>();
            for (var depth = chain.length() - 1; depth >= 1; depth--) {
                var name = new X500Name("CN=interop intermediate " + depth);
                var key = keyPair();
                fromTop.add(0, authority(name, key, issuerName, issuerKey, chain.inflated()));
                issuerName = name;
                issuerKey = key;
            }
            var leafKey = keyPair();
            fromTop.add(0, leaf(leafKey, issuerName, issuerKey, chain.inflated()));
            return new CertificateFiles(pem(fromTop.toArray()), PrivateKeyFile.pem(leafKey), pem(root));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a certificate could not be made", e);
        }
    }

    private KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private X509CertificateHolder authority(
            X500Name subject, KeyPair key, X500Name issuer, KeyPair issuerKey, boolean inflated)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var builder = builder(subject, key, issuer, issuerKey)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        if (inflated) {
            builder.addExtension(Extension.subjectAlternativeName, false, names(List.of(), true));
        }
        return sign(builder, issuerKey);
    }

    private X509CertificateHolder leaf(KeyPair key, X500Name issuer, KeyPair issuerKey, boolean inflated)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var builder = builder(SERVER, key, issuer, issuerKey)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, names(leafNames(), inflated));
        return sign(builder, issuerKey);
    }

    private List<String> leafNames() {
        return Stream.concat(serverNames.stream(), FURTHER_NAMES.stream()).toList();
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, KeyPair key, X500Name issuer, KeyPair issuerKey)
            throws GeneralSecurityException, CertIOException {
        var now = clock.instant();
        var identifiers = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(Long.SIZE, random).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(VALID)),
                subject,
                key.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(issuerKey.getPublic()));
        return builder;
    }

    private static X509CertificateHolder sign(X509v3CertificateBuilder builder, KeyPair issuerKey)
            throws OperatorCreationException {
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate()));
    }

    private GeneralNames names(List<String> names, boolean inflated) {
        var all = new ArrayList<GeneralName>();
        names.forEach(it -> all.add(new GeneralName(GeneralName.dNSName, it)));
        if (!names.isEmpty()) {
            all.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        }
        if (inflated) {
            Stream.generate(this::inflatingName)
                    .limit(INFLATING_NAMES)
                    .forEach(it -> all.add(new GeneralName(GeneralName.dNSName, it)));
        }
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    /** A valid host name of letters and digits at random, which no compression makes much shorter. */
    private String inflatingName() {
        var labels = Stream.generate(() -> random.ints(0, '~')
                        .filter(Character::isLetterOrDigit)
                        .limit(LABEL_LENGTH)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .limit(LABELS);
        return Stream.concat(labels, Stream.of("invalid")).collect(Collectors.joining("."));
    }

    private static String pem(Object... objects) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (var object : objects) {
                writer.writeObject(object);
            }
        }
        return text.toString();
    }
}
