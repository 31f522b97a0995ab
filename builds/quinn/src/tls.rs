//! The TLS settings of both roles.

use std::sync::Arc;

use endpoint::{Contract, Failure};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::quic::Suite;
use rustls::version::TLS13;
use rustls::{CipherSuite, ClientConfig, KeyLogFile, RootCertStore, ServerConfig};

pub fn client(contract: &Contract) -> Result<ClientConfig, Failure> {
    let mut provider = ring::default_provider();
    if contract.is("chacha20") {
        provider.cipher_suites.retain(|it| it.suite() == CipherSuite::TLS13_CHACHA20_POLY1305_SHA256);
    }
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter("/certs/ca.pem")? {
        roots.add(certificate?)?;
    }
    let mut tls = ClientConfig::builder_with_provider(provider.into())
        .with_protocol_versions(&[&TLS13])?
        .with_root_certificates(roots)
        .with_no_client_auth();
    tls.alpn_protocols = vec![contract.alpn().to_vec()];
    tls.enable_early_data = contract.is("zerortt");
    tls.key_log = Arc::new(KeyLogFile::new());
    Ok(tls)
}

/// AES-128-GCM, which protects Initial packets whatever is offered (RFC 9001, section 5.2).
pub fn initial_suite() -> Result<Suite, Failure> {
    let suite = ring::cipher_suite::TLS13_AES_128_GCM_SHA256.tls13().and_then(|it| it.quic_suite());
    suite.ok_or_else(|| "no AES-128-GCM for Initial packets".into())
}

pub fn server(contract: &Contract) -> Result<ServerConfig, Failure> {
    let provider: Arc<CryptoProvider> = ring::default_provider().into();
    let chain = CertificateDer::pem_file_iter("/certs/cert.pem")?.collect::<Result<Vec<_>, _>>()?;
    let key = PrivateKeyDer::from_pem_file("/certs/priv.key")?;
    let mut tls = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    tls.alpn_protocols = vec![contract.alpn().to_vec()];
    if contract.is("zerortt") {
        tls.max_early_data_size = u32::MAX;
    }
    tls.key_log = Arc::new(KeyLogFile::new());
    Ok(tls)
}
