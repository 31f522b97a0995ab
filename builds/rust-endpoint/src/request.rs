use std::net::{SocketAddr, ToSocketAddrs};

use crate::Failure;

/// One URL of REQUESTS.
#[derive(Clone)]
pub struct Request {
    pub url: String,
    pub host: String,
    pub port: u16,
    pub path: String,
}

impl Request {
    pub(crate) fn parse(url: &str) -> Result<Self, Failure> {
        let rest = url.strip_prefix("https://").ok_or_else(|| format!("{url}: not https"))?;
        let (authority, path) = rest.split_once('/').ok_or_else(|| format!("{url}: no path"))?;
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) => (host, port.parse()?),
            None => (authority, 443),
        };
        Ok(Self { url: url.into(), host: host.into(), port, path: format!("/{path}") })
    }

    pub fn address(&self) -> Result<SocketAddr, Failure> {
        let mut all = (self.host.as_str(), self.port).to_socket_addrs()?;
        all.next().ok_or_else(|| format!("{}: no address", self.host).into())
    }
}
