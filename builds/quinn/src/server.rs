//! Serves /www until it is told to stop.

use std::sync::Arc;

use endpoint::{Contract, Failure};
use quinn::crypto::rustls::QuicServerConfig;
use quinn::{Connection, Endpoint, Incoming, ServerConfig};

use crate::{http3, tls};

pub async fn run(contract: &Contract) -> Result<(), Failure> {
    let crypto = QuicServerConfig::try_from(tls::server(contract)?)?;
    // "::" takes IPv4 too: Linux leaves IPV6_V6ONLY off.
    let endpoint = Endpoint::server(ServerConfig::with_crypto(Arc::new(crypto)), "[::]:443".parse()?)?;
    let (retry, http3) = (contract.is("retry"), contract.is("http3"));
    while let Some(incoming) = endpoint.accept().await {
        if retry && !incoming.remote_address_validated() {
            incoming.retry()?;
            continue;
        }
        tokio::spawn(async move {
            if let Err(failure) = serve(incoming, http3).await {
                eprintln!("connection: {failure}");
            }
        });
    }
    Ok(())
}

async fn serve(incoming: Incoming, http3: bool) -> Result<(), Failure> {
    // A server's connection is usable before the handshake is over; only so does it read 0-RTT data.
    let connection = match incoming.accept()?.into_0rtt() {
        Ok((connection, _)) => connection,
        Err(connecting) => connecting.await?,
    };
    if http3 { http3::serve(connection).await } else { hq(connection).await }
}

async fn hq(connection: Connection) -> Result<(), Failure> {
    loop {
        let (mut send, mut receive) = connection.accept_bi().await?;
        tokio::spawn(async move {
            if let Err(failure) = endpoint::serve(&mut send, &mut receive).await {
                eprintln!("stream: {failure}");
            }
        });
    }
}
