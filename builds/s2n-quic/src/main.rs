//! The endpoint contract of the interop tests, spoken with s2n-quic.

mod client;
mod server;

use std::process::ExitCode;

use endpoint::{Contract, Failure};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("failed: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Failure> {
    let contract = Contract::read()?;
    if contract.is_client { client::run(&contract).await } else { server::run(&contract).await }
}
