//! What the contract's environment and the command line ask for; the command line wins.

use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use std::env;

const CERTIFICATE: &str = "/certs/cert.pem";
const DEFAULT_PORT: u16 = 443;

pub struct Settings {
    pub relay: Relay,
    pub case: Option<String>,
    pub draft: u8,
    pub list: bool,
    pub verbose: bool,
    pub skip_verification: bool,
    /// Certificates to trust where verification is asked for, in DER.
    pub trusted: Vec<Vec<u8>>,
}

/// Where the relay is, from `moqt://` (raw QUIC) or `https://` (WebTransport).
pub struct Relay {
    pub url: String,
    pub webtransport: bool,
    /// Host and port.
    pub authority: String,
    /// With its slash, or empty.
    pub path: String,
}

impl Settings {
    pub fn read() -> Result<Self, String> {
        let mut relay = text("RELAY_URL").unwrap_or_else(|| "https://localhost:4443".into());
        let mut case = text("TESTCASE");
        let mut list = false;
        let mut verbose = flag("VERBOSE");
        let mut skip_verification = flag("TLS_DISABLE_VERIFY");
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "-r" | "--relay" => relay = arguments.next().ok_or("--relay needs a URL")?,
                "-t" | "--test" => case = Some(arguments.next().ok_or("--test needs a name")?),
                "-l" | "--list" => list = true,
                "-v" | "--verbose" => verbose = true,
                "--tls-disable-verify" => skip_verification = true,
                other => return Err(format!("unknown argument '{other}'")),
            }
        }
        let trusted = if skip_verification { Vec::new() } else { certificates() };
        Ok(Self { relay: Relay::parse(&relay)?, case, draft: draft()?, list, verbose, skip_verification, trusted })
    }
}

impl Relay {
    fn parse(url: &str) -> Result<Self, String> {
        let (scheme, rest) = url.split_once("://").ok_or_else(|| format!("'{url}' is no URL"))?;
        let webtransport = match scheme {
            "https" => true,
            "moqt" => false,
            other => return Err(format!("'{other}' is no scheme of a relay; moqt and https are")),
        };
        let (host, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
        let has_port = host.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        let authority = if has_port { host.to_string() } else { format!("{host}:{DEFAULT_PORT}") };
        Ok(Self { url: url.to_string(), webtransport, authority, path: path.to_string() })
    }
}

fn text(name: &str) -> Option<String> {
    env::var(name).ok().filter(|it| !it.is_empty())
}

fn flag(name: &str) -> bool {
    text(name).is_some_and(|it| it == "1" || it == "true")
}

fn draft() -> Result<u8, String> {
    let value = text("DRAFT").unwrap_or_else(|| "draft-18".into());
    value.trim_start_matches("draft-").parse().map_err(|_| format!("DRAFT: '{value}' is no draft; say draft-18"))
}

fn certificates() -> Vec<Vec<u8>> {
    CertificateDer::pem_file_iter(CERTIFICATE)
        .map(|found| found.flatten().map(|it| it.to_vec()).collect())
        .unwrap_or_default()
}
