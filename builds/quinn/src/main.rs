//! The endpoint contract of the interop tests, spoken with quinn.

mod client;
mod http3;
mod server;
mod tls;

use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    endpoint::run(client::run, server::run).await
}
