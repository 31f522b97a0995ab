//! Draft 16: all requests and answers on the control stream, told apart by request id.

use crate::session::{Answer, Session, failure, namespace, place, refusal, request_allowance};
use crate::settings::Settings;
use moqtap_client::draft16::connection::{ClientConfig, Connection, TransportType};
use moqtap_codec::draft16::message::ControlMessage;
use moqtap_codec::varint::VarInt;
use moqtap_codec::version::DraftVersion;
use std::convert::Infallible;

pub struct Draft16 {
    connection: Connection,
    announced: Option<VarInt>,
    subscribers: usize,
}

impl Draft16 {
    /// The next message that is not about a publisher's duty: a SUBSCRIBE is answered here, whenever it comes.
    async fn next(&mut self) -> Result<ControlMessage, String> {
        loop {
            let message = self.connection.recv_and_dispatch().await.map_err(failure)?;
            let ControlMessage::Subscribe(request) = &message else {
                return Ok(message);
            };
            let alias = VarInt::from_usize(self.subscribers);
            self.subscribers += 1;
            self.connection
                .subscribe_ok(request.request_id, alias, Vec::new(), Vec::new())
                .await
                .map_err(failure)?;
        }
    }

    async fn answer(&mut self, request: VarInt) -> Result<Answer, String> {
        loop {
            match self.next().await? {
                ControlMessage::RequestOk(it) if it.request_id == request => return Ok(Answer::Ok("REQUEST_OK")),
                ControlMessage::SubscribeOk(it) if it.request_id == request => return Ok(Answer::Ok("SUBSCRIBE_OK")),
                ControlMessage::RequestError(it) if it.request_id == request => {
                    return Ok(refusal("REQUEST_ERROR", it.error_code.into_inner(), &it.reason_phrase));
                }
                _ => {}
            }
        }
    }
}

impl Session for Draft16 {
    async fn connect(settings: &Settings) -> Result<Self, String> {
        let mut parameters = place(settings);
        parameters.insert(usize::from(!settings.relay.path.is_empty() && !parameters.is_empty()), request_allowance());
        let config = ClientConfig {
            draft: DraftVersion::Draft16,
            transport: if settings.relay.webtransport {
                TransportType::WebTransport { url: settings.relay.url.clone() }
            } else {
                TransportType::Quic
            },
            skip_cert_verification: settings.skip_verification,
            ca_certs: settings.trusted.clone(),
            setup_parameters: parameters,
        };
        let connection = Connection::connect(&settings.relay.authority, config).await.map_err(failure)?;
        Ok(Self { connection, announced: None, subscribers: 0 })
    }

    async fn announce(&mut self, parts: &[&str]) -> Result<Answer, String> {
        let id = self.connection.publish_namespace(namespace(parts), Vec::new()).await.map_err(failure)?;
        self.announced = Some(id);
        self.answer(id).await
    }

    async fn withdraw(&mut self) -> Result<(), String> {
        let id = self.announced.take().ok_or("nothing is announced")?;
        self.connection.publish_namespace_done(id).await.map_err(failure)
    }

    async fn subscribe(&mut self, parts: &[&str], track: &str) -> Result<Answer, String> {
        let id = self
            .connection
            .subscribe(namespace(parts), track.as_bytes().to_vec(), Vec::new())
            .await
            .map_err(failure)?;
        self.answer(id).await
    }

    async fn serve(&mut self) -> Result<Infallible, String> {
        loop {
            self.next().await?;
        }
    }

    fn close(&self) {
        self.connection.close(0, b"");
    }
}
