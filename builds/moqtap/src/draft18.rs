//! Draft 18: each request on a bidirectional stream of its own, where its answer comes.

use crate::session::{Answer, Session, failure, namespace, place, refusal};
use crate::settings::Settings;
use moqtap_client::draft18::connection::{
    ClientConfig, Connection, REQUEST_CANCELLED, RequestStream, TransportType,
};
use moqtap_codec::draft18::message::{ControlMessage, SubscribeOk};
use moqtap_codec::varint::VarInt;
use moqtap_codec::version::DraftVersion;
use std::convert::Infallible;

pub struct Draft18 {
    connection: Connection,
    /// A stream that is dropped is cancelled, so they are kept for the life of the session.
    announced: Vec<RequestStream>,
    others: Vec<RequestStream>,
}

impl Session for Draft18 {
    async fn connect(settings: &Settings) -> Result<Self, String> {
        let config = ClientConfig {
            draft: DraftVersion::Draft18,
            transport: if settings.relay.webtransport {
                TransportType::WebTransport { url: settings.relay.url.clone() }
            } else {
                TransportType::Quic
            },
            skip_cert_verification: settings.skip_verification,
            ca_certs: settings.trusted.clone(),
            setup_parameters: place(settings),
        };
        let connection = Connection::connect(&settings.relay.authority, config).await.map_err(failure)?;
        Ok(Self { connection, announced: Vec::new(), others: Vec::new() })
    }

    async fn announce(&mut self, parts: &[&str]) -> Result<Answer, String> {
        let mut stream =
            self.connection.publish_namespace(namespace(parts), Vec::new()).await.map_err(failure)?;
        let message = self.connection.recv_on_request_stream(&mut stream).await.map_err(failure)?;
        self.announced.push(stream);
        answer(message)
    }

    async fn withdraw(&mut self) -> Result<(), String> {
        let mut stream = self.announced.pop().ok_or("nothing is announced")?;
        self.connection.cancel_request_stream(&mut stream, REQUEST_CANCELLED).map_err(failure)
    }

    async fn subscribe(&mut self, parts: &[&str], track: &str) -> Result<Answer, String> {
        let mut stream = self
            .connection
            .subscribe(namespace(parts), track.as_bytes().to_vec(), Vec::new())
            .await
            .map_err(failure)?;
        let message = self.connection.recv_on_request_stream(&mut stream).await.map_err(failure)?;
        self.others.push(stream);
        answer(message)
    }

    async fn serve(&mut self) -> Result<Infallible, String> {
        loop {
            let (message, mut stream) = self.connection.accept_request_stream().await.map_err(failure)?;
            if matches!(message, ControlMessage::Subscribe(_)) {
                let alias = VarInt::from_usize(self.others.len());
                let ok = SubscribeOk { track_alias: alias, parameters: Vec::new(), track_properties: Vec::new() };
                self.connection.respond_subscribe_ok(&mut stream, ok).await.map_err(failure)?;
            }
            self.others.push(stream);
        }
    }

    fn close(&self) {
        self.connection.close(0, b"");
    }
}

fn answer(message: ControlMessage) -> Result<Answer, String> {
    match message {
        ControlMessage::RequestOk(_) => Ok(Answer::Ok("REQUEST_OK")),
        ControlMessage::SubscribeOk(_) => Ok(Answer::Ok("SUBSCRIBE_OK")),
        ControlMessage::RequestError(it) => {
            Ok(refusal("REQUEST_ERROR", it.error_code.into_inner(), &it.reason_phrase))
        }
        other => Err(format!("no answer but {other:?}")),
    }
}
