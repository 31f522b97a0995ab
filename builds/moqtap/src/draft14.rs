//! Draft 14: all requests and answers on the control stream, told apart by request id.

use crate::session::{Answer, Session, failure, namespace, place, refusal, request_allowance};
use crate::settings::Settings;
use moqtap_client::draft14::connection::{ClientConfig, Connection, TransportType};
use moqtap_codec::draft14::message::ControlMessage;
use moqtap_codec::types::{FilterType, GroupOrder, TrackNamespace};
use moqtap_codec::varint::VarInt;
use moqtap_codec::version::DraftVersion;
use std::convert::Infallible;

/// In the middle: the cases ask for no order among tracks.
const PRIORITY: u8 = 128;

pub struct Draft14 {
    connection: Connection,
    announced: Option<TrackNamespace>,
    subscribers: usize,
}

impl Draft14 {
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
                .subscribe_ok(request.request_id, alias, VarInt::from(0_u32), GroupOrder::Ascending, Vec::new())
                .await
                .map_err(failure)?;
        }
    }

    async fn answer(&mut self, request: VarInt) -> Result<Answer, String> {
        loop {
            match self.next().await? {
                ControlMessage::PublishNamespaceOk(it) if it.request_id == request => {
                    return Ok(Answer::Ok("PUBLISH_NAMESPACE_OK"));
                }
                ControlMessage::SubscribeOk(it) if it.request_id == request => return Ok(Answer::Ok("SUBSCRIBE_OK")),
                ControlMessage::PublishNamespaceError(it) if it.request_id == request => {
                    return Ok(refusal("PUBLISH_NAMESPACE_ERROR", it.error_code.into_inner(), &it.reason_phrase));
                }
                ControlMessage::SubscribeError(it) if it.request_id == request => {
                    return Ok(refusal("SUBSCRIBE_ERROR", it.error_code.into_inner(), &it.reason_phrase));
                }
                _ => {}
            }
        }
    }
}

impl Session for Draft14 {
    async fn connect(settings: &Settings) -> Result<Self, String> {
        let mut parameters = place(settings);
        parameters.insert(usize::from(!settings.relay.path.is_empty() && !parameters.is_empty()), request_allowance());
        let config = ClientConfig {
            draft: DraftVersion::Draft14,
            additional_versions: Vec::new(),
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
        self.announced = Some(namespace(parts));
        self.answer(id).await
    }

    async fn withdraw(&mut self) -> Result<(), String> {
        let announced = self.announced.take().ok_or("nothing is announced")?;
        self.connection.publish_namespace_done(announced).await.map_err(failure)
    }

    async fn subscribe(&mut self, parts: &[&str], track: &str) -> Result<Answer, String> {
        let id = self
            .connection
            .subscribe(
                namespace(parts),
                track.as_bytes().to_vec(),
                PRIORITY,
                GroupOrder::Ascending,
                FilterType::LargestObject,
                Vec::new(),
            )
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
