//! The relay as its own program starts it; a package of ours around it, since the lock file that was published with it
//! does not resolve any more, and a lock file can only be given to one's own package.

use moq_relay::{Config, Relay};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    moq_tokio::crypto::install_default().expect("no default for cryptography");
    Relay::load(Config::load()?).await?.run().await
}
