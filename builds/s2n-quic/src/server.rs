//! Serves /www until it is told to stop.

use std::path::Path;

use endpoint::{Contract, Failure};
use s2n_quic::provider::{endpoint_limits, tls::default};
use s2n_quic::{Connection, Server};

const HANDSHAKES: usize = 100;

pub async fn run(contract: &Contract) -> Result<(), Failure> {
    let tls = default::Server::builder()
        .with_certificate(Path::new("/certs/cert.pem"), Path::new("/certs/priv.key"))?
        .with_application_protocols(std::iter::once(endpoint::HQ))?
        .with_key_logging()?
        .build()?;
    // Beyond this number of open handshakes the library answers with a Retry.
    let handshakes = if contract.is("retry") { 0 } else { HANDSHAKES };
    let limits = endpoint_limits::Default::builder().with_inflight_handshake_limit(handshakes)?.build()?;
    // "::" takes IPv4 too: Linux leaves IPV6_V6ONLY off.
    let mut server = Server::builder()
        .with_tls(tls)?
        .with_io("[::]:443")?
        .with_endpoint_limits(limits)?
        .start()?;
    while let Some(connection) = server.accept().await {
        tokio::spawn(async move {
            if let Err(failure) = serve(connection).await {
                eprintln!("connection: {failure}");
            }
        });
    }
    Ok(())
}

async fn serve(mut connection: Connection) -> Result<(), Failure> {
    while let Some(stream) = connection.accept_bidirectional_stream().await? {
        let (mut receive, mut send) = stream.split();
        tokio::spawn(async move {
            if let Err(failure) = endpoint::serve(&mut send, &mut receive).await {
                eprintln!("stream: {failure}");
            }
        });
    }
    Ok(())
}
