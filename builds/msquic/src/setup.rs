//! What client and server configure alike.

use std::fs::{File, OpenOptions};

use endpoint::{Contract, Failure};
use msquic_async::msquic::{Configuration, CredentialConfig, Registration, Settings};

const IDLE_MS: u64 = 30_000;
const STREAMS: u16 = 100;
/// Of what is sent, which in the test case is little more than acknowledgements; the default is 274 GB.
const BYTES_PER_KEY: u64 = 5_000;

pub fn configuration(
    registration: &Registration,
    contract: &Contract,
    credentials: CredentialConfig,
) -> Result<Configuration, Failure> {
    let configuration = Configuration::open(registration, &[contract.alpn().into()], Some(&settings(contract)))?;
    configuration.load_credential(&credentials)?;
    Ok(configuration)
}

pub fn key_log() -> Result<Option<File>, Failure> {
    match endpoint::variable("SSLKEYLOGFILE").as_str() {
        "" => Ok(None),
        path => Ok(Some(OpenOptions::new().create(true).append(true).open(path)?)),
    }
}

fn settings(contract: &Contract) -> Settings {
    let settings = Settings::new()
        .set_IdleTimeoutMs(IDLE_MS)
        .set_PeerBidiStreamCount(STREAMS)
        .set_PeerUnidiStreamCount(STREAMS);
    match contract.testcase.as_str() {
        "ecn" => settings.set_EcnEnabled(),
        "keyupdate" => settings.set_MaxBytesPerKey(BYTES_PER_KEY),
        _ => settings,
    }
}
