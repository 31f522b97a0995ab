//! Downloads the requested files, over as many connections as the test case wants.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use endpoint::{Contract, Failure, Request};
use s2n_quic::client::Connect;
use s2n_quic::provider::tls::default;
use s2n_quic::{Client, Connection};
use tokio::task::JoinSet;

const CLOSE_LIMIT: Duration = Duration::from_millis(30);

pub async fn run(contract: &Contract) -> Result<(), Failure> {
    endpoint::await_simulator()?;
    let all = contract.requests.as_slice();
    let client = new_client(all.first().ok_or("REQUESTS is empty")?.address()?)?;
    let one_each = contract.is("multiconnect");
    for requests in all.chunks(if one_each { 1 } else { all.len() }) {
        let first = requests.first().ok_or("no request left")?;
        let connect = Connect::new(first.address()?).with_server_name(first.host.as_str());
        download(client.connect(connect).await?, requests).await?;
    }
    // The draining period is not sat out: a moment is enough for the closing frame to leave.
    tokio::time::sleep(CLOSE_LIMIT).await;
    Ok(())
}

fn new_client(server: SocketAddr) -> Result<Client, Failure> {
    let local: SocketAddr = match server {
        SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, 0).into(),
        SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, 0).into(),
    };
    let tls = default::Client::builder()
        .with_certificate(Path::new("/certs/ca.pem"))?
        .with_application_protocols(std::iter::once(endpoint::HQ))?
        .with_key_logging()?
        .build()?;
    Ok(Client::builder().with_tls(tls)?.with_io(local)?.start()?)
}

/// Asks for all files as fast as the server grants streams.
async fn download(mut connection: Connection, requests: &[Request]) -> Result<(), Failure> {
    let mut answers = JoinSet::new();
    for request in requests.iter().cloned() {
        let (mut receive, mut send) = connection.open_bidirectional_stream().await?.split();
        answers.spawn(async move {
            endpoint::ask(&mut send, &request).await?;
            endpoint::save(&mut receive, &request).await
        });
    }
    while let Some(answer) = answers.join_next().await {
        answer??;
    }
    connection.close(0_u32.into());
    Ok(())
}
