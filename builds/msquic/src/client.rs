//! Downloads the requested files, over as many connections as the test case wants.

use std::future::poll_fn;
use std::time::Duration;

use endpoint::{Contract, Failure, Request};
use msquic_async::msquic::{AllowedCipherSuiteFlags, Configuration, CredentialConfig, Registration, RegistrationConfig};
use msquic_async::{Connection, StreamType};
use tokio::task::JoinSet;

use crate::receive::Receive;
use crate::setup;

const CLOSE_LIMIT: Duration = Duration::from_millis(100);

pub async fn run(contract: &Contract) -> Result<(), Failure> {
    let registration = Registration::new(&RegistrationConfig::default())?;
    let mut credentials = CredentialConfig::new_client().set_ca_certificate_file("/certs/ca.pem".into());
    if contract.is("chacha20") {
        credentials = credentials.set_allowed_cipher_suites(AllowedCipherSuiteFlags::CHACHA20_POLY1305_SHA256);
    }
    let configuration = setup::configuration(&registration, contract, credentials)?;
    endpoint::await_simulator()?;
    let all = contract.requests.as_slice();
    if all.is_empty() {
        return Err("REQUESTS is empty".into());
    }
    let one_each = contract.is("multiconnect");
    for requests in all.chunks(if one_each { 1 } else { all.len() }) {
        download(&registration, &configuration, requests).await?;
    }
    Ok(())
}

/// Asks for all files as fast as the server grants streams.
async fn download(
    registration: &Registration,
    configuration: &Configuration,
    requests: &[Request],
) -> Result<(), Failure> {
    let connection = Connection::new(registration)?;
    if let Some(file) = setup::key_log()? {
        connection.set_sslkeylog_file(file)?;
    }
    let first = requests.first().ok_or("no request left")?;
    connection.start(configuration, &first.host, first.port).await?;
    let mut answers = JoinSet::new();
    for request in requests.iter().cloned() {
        let stream = connection.open_outbound_stream(StreamType::Bidirectional, false).await?;
        let (Some(receive), Some(mut send)) = stream.split() else {
            return Err("not a stream in both directions".into());
        };
        answers.spawn(async move {
            endpoint::ask(&mut send, &request).await?;
            endpoint::save(&mut Receive(receive), &request).await
        });
    }
    while let Some(answer) = answers.join_next().await {
        answer??;
    }
    connection.shutdown(0)?;
    // The draining period is not sat out: a moment is enough for the closing frame to leave.
    let _ = tokio::time::timeout(CLOSE_LIMIT, poll_fn(|context| connection.poll_shutdown(context, 0))).await;
    Ok(())
}
