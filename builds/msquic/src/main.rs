//! The endpoint contract of the interop tests, spoken with MsQuic.

mod client;
mod receive;
mod server;
mod setup;

use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    endpoint::run(client::run, server::run).await
}
