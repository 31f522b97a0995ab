//! What a test case asks of a session, whichever draft it speaks.

use crate::settings::Settings;
use moqtap_codec::kvp::{KeyValuePair, KvpValue};
use moqtap_codec::types::TrackNamespace;
use moqtap_codec::varint::VarInt;
use std::convert::Infallible;
use std::fmt::Display;

/// The relay's answer to a request, as it was decoded.
pub enum Answer {
    Ok(&'static str),
    Error(String),
}

/// A session with the relay; made only when both sides' SETUP has been read.
pub trait Session: Sized {
    async fn connect(settings: &Settings) -> Result<Self, String>;

    /// PUBLISH_NAMESPACE; gives the answer to it.
    async fn announce(&mut self, namespace: &[&str]) -> Result<Answer, String>;

    /// Takes the last announcement back, as the draft says.
    async fn withdraw(&mut self) -> Result<(), String>;

    /// SUBSCRIBE; gives the answer to it.
    async fn subscribe(&mut self, namespace: &[&str], track: &str) -> Result<Answer, String>;

    /// As a publisher: answers each SUBSCRIBE that comes with SUBSCRIBE_OK. Ends only with the session.
    async fn serve(&mut self) -> Result<Infallible, String>;

    /// Closes the session without an error.
    fn close(&self);
}

pub fn namespace(parts: &[&str]) -> TrackNamespace {
    TrackNamespace(parts.iter().map(|it| it.as_bytes().to_vec()).collect())
}

pub fn refusal(message: &str, code: u64, reason: &[u8]) -> Answer {
    Answer::Error(format!("{message} {code:#x} {}", String::from_utf8_lossy(reason)))
}

/// Parameters of SETUP that only raw QUIC has: PATH (0x01) and AUTHORITY (0x05); over WebTransport the URL says both.
pub fn place(settings: &Settings) -> Vec<KeyValuePair> {
    if settings.relay.webtransport {
        return Vec::new();
    }
    let mut all = vec![bytes(0x05, settings.relay.authority.as_bytes())];
    if !settings.relay.path.is_empty() {
        all.insert(0, bytes(0x01, settings.relay.path.as_bytes()));
    }
    all
}

/// MAX_REQUEST_ID (0x02) of drafts before 17: without it the relay could ask a publisher for nothing.
pub fn request_allowance() -> KeyValuePair {
    KeyValuePair { key: VarInt::from(0x02_u32), value: KvpValue::Varint(VarInt::from(100_u32)) }
}

fn bytes(key: u32, value: &[u8]) -> KeyValuePair {
    KeyValuePair { key: VarInt::from(key), value: KvpValue::Bytes(value.to_vec()) }
}

pub fn failure(problem: impl Display) -> String {
    problem.to_string()
}
