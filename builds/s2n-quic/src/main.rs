//! The endpoint contract of the interop tests, spoken with s2n-quic.

mod client;
mod server;

use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    endpoint::run(client::run, server::run).await
}
