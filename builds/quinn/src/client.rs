//! Downloads the requested files, over as many connections as the test case wants.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use endpoint::{Contract, Failure, Request};
use quinn::crypto::rustls::QuicClientConfig;
use quinn::{ClientConfig, Connecting, Connection, Endpoint, TransportConfig};
use tokio::task::JoinSet;

use crate::{http3, tls};

pub async fn run(contract: &Contract) -> Result<(), Failure> {
    endpoint::await_simulator()?;
    let all = contract.requests.as_slice();
    let first = all.first().ok_or("REQUESTS is empty")?;
    let client = Client::new(contract, first.address()?)?;
    match contract.testcase.as_str() {
        "multiconnect" => {
            for request in all {
                client.plain(std::slice::from_ref(request)).await?;
            }
        }
        "resumption" => {
            client.plain(&all[..1]).await?;
            client.plain(&all[1..]).await?;
        }
        "zerortt" => {
            client.plain(&all[..1]).await?;
            client.early(&all[1..]).await?;
        }
        "keyupdate" => {
            let connection = client.dial(first)?.await?;
            connection.force_key_update();
            client.finish(connection, all).await?;
        }
        "http3" => http3::download(client.dial(first)?.await?, all).await?,
        _ => client.plain(all).await?,
    }
    Ok(())
}

struct Client {
    endpoint: Endpoint,
}

impl Client {
    /// The sessions are kept in the TLS configuration, which is the same for all connections.
    fn new(contract: &Contract, server: SocketAddr) -> Result<Self, Failure> {
        let local: SocketAddr = match server {
            SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, 0).into(),
            SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, 0).into(),
        };
        let mut endpoint = Endpoint::client(local)?;
        // The suite of Initial packets is named, since chacha20 does not offer it.
        let crypto = QuicClientConfig::with_initial(Arc::new(tls::client(contract)?), tls::initial_suite()?)?;
        let mut config = ClientConfig::new(Arc::new(crypto));
        if contract.is("zerortt") {
            // Probes of the path's MTU are bytes in 1-RTT packets, too.
            let mut transport = TransportConfig::default();
            transport.mtu_discovery_config(None);
            config.transport_config(Arc::new(transport));
        }
        endpoint.set_default_client_config(config);
        Ok(Self { endpoint })
    }

    fn dial(&self, request: &Request) -> Result<Connecting, Failure> {
        Ok(self.endpoint.connect(request.address()?, &request.host)?)
    }

    async fn plain(&self, requests: &[Request]) -> Result<(), Failure> {
        let connection = self.dial(requests.first().ok_or("no request left")?)?.await?;
        self.finish(connection, requests).await
    }

    /// All requests travel as 0-RTT.
    async fn early(&self, requests: &[Request]) -> Result<(), Failure> {
        let connecting = self.dial(requests.first().ok_or("no request left")?)?;
        let Ok((connection, accepted)) = connecting.into_0rtt() else {
            return Err("the session allows no early data".into());
        };
        let downloads = download(&connection, requests).await;
        if !accepted.await {
            return Err("the server rejected early data".into());
        }
        downloads?;
        self.close(connection).await
    }

    async fn finish(&self, connection: Connection, requests: &[Request]) -> Result<(), Failure> {
        download(&connection, requests).await?;
        self.close(connection).await
    }

    async fn close(&self, connection: Connection) -> Result<(), Failure> {
        connection.close(0_u32.into(), b"");
        // The draining period of three PTOs is not sat out: a moment is enough for the closing frame to leave.
        let _ = tokio::time::timeout(CLOSE_LIMIT, self.endpoint.wait_idle()).await;
        Ok(())
    }
}

const CLOSE_LIMIT: std::time::Duration = std::time::Duration::from_millis(30);

/// Asks for all files as fast as the server grants streams.
async fn download(connection: &Connection, requests: &[Request]) -> Result<(), Failure> {
    let mut answers = JoinSet::new();
    for request in requests.iter().cloned() {
        let (mut send, mut receive) = connection.open_bi().await?;
        answers.spawn(async move {
            endpoint::ask(&mut send, &request).await?;
            endpoint::save(&mut receive, &request).await
        });
    }
    while let Some(answer) = answers.join_next().await {
        answer??;
    }
    Ok(())
}
