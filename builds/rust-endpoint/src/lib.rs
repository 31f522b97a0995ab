//! The endpoint contract of the interop tests, as far as it does not depend on a QUIC library.

mod hq;
mod request;

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub use hq::{ask, save, serve};
pub use request::Request;

/// Any failure; it ends the program.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

pub const HQ: &[u8] = b"hq-interop";
pub const H3: &[u8] = b"h3";

const DOWNLOADS: &str = "/downloads";
const WWW: &str = "/www";

/// What the environment asks for.
pub struct Contract {
    pub testcase: String,
    pub requests: Vec<Request>,
    pub is_client: bool,
}

impl Contract {
    pub fn read() -> Result<Self, Failure> {
        let requests = variable("REQUESTS").split_whitespace().map(Request::parse).collect::<Result<_, _>>()?;
        Ok(Self { testcase: variable("TESTCASE"), requests, is_client: variable("ROLE") == "client" })
    }

    pub fn is(&self, testcase: &str) -> bool {
        self.testcase == testcase
    }

    pub fn alpn(&self) -> &'static [u8] {
        if self.is("http3") { H3 } else { HQ }
    }
}

/// Runs what the environment asks for, to its end: the program's exit code.
pub async fn run(
    client: impl AsyncFnOnce(&Contract) -> Result<(), Failure>,
    server: impl AsyncFnOnce(&Contract) -> Result<(), Failure>,
) -> ExitCode {
    let result = match Contract::read() {
        Ok(contract) if contract.is_client => client(&contract).await,
        Ok(contract) => server(&contract).await,
        Err(failure) => Err(failure),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("failed: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// An environment variable, empty where it is not set.
pub fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

/// Waits for the line that the start script writes when the simulator runs; the program has started meanwhile.
pub fn await_simulator() -> Result<(), Failure> {
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line)? {
        0 => Err("the simulator did not start".into()),
        _ => Ok(()),
    }
}

/// Where the answer to a request goes.
pub fn target(request: &Request) -> PathBuf {
    Path::new(DOWNLOADS).join(file_name(&request.path))
}

/// The file that a path names; paths lead nowhere else than into the folder of the server's files.
pub fn served(path: &str) -> PathBuf {
    Path::new(WWW).join(file_name(path))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
