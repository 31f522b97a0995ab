//! The endpoint contract of the interop tests, spoken with MsQuic.

mod client;
mod receive;
mod server;
mod setup;

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
