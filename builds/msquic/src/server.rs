//! Serves /www until it is told to stop.

use endpoint::{Contract, Failure};
use msquic_async::msquic::{Api, CertificateFile, Credential, CredentialConfig, Registration, RegistrationConfig};
use msquic_async::{Connection, Listener, Stream, msquic};

use crate::receive::Receive;
use crate::setup;

const PORT: u16 = 443;

pub async fn run(contract: &Contract) -> Result<(), Failure> {
    let registration = Registration::new(&RegistrationConfig::default())?;
    if contract.is("retry") {
        always_retry()?;
    }
    let credentials = CredentialConfig::new().set_credential(Credential::CertificateFile(CertificateFile::new(
        "/certs/priv.key".into(),
        "/certs/cert.pem".into(),
    )));
    let configuration = setup::configuration(&registration, contract, credentials)?;
    let listener = Listener::new(&registration, configuration)?;
    if let Some(file) = setup::key_log()? {
        listener.set_sslkeylog_file(file)?;
    }
    listener.start_on_port(&[contract.alpn().into()], Some(PORT))?;
    while let Ok(connection) = listener.accept().await {
        tokio::spawn(serve(connection));
    }
    Ok(())
}

/// The share of memory that handshakes may take before the library answers with a Retry.
fn always_retry() -> Result<(), Failure> {
    let share: u16 = 0;
    // SAFETY: the parameter is a u16, which is copied; global parameters have no handle.
    unsafe {
        Api::set_param(
            std::ptr::null_mut(),
            msquic::ffi::QUIC_PARAM_GLOBAL_RETRY_MEMORY_PERCENT,
            size_of::<u16>() as u32,
            (&raw const share).cast(),
        )?;
    }
    Ok(())
}

async fn serve(connection: Connection) {
    while let Ok(stream) = connection.accept_inbound_stream().await {
        tokio::spawn(async move {
            if let Err(failure) = answer(stream).await {
                eprintln!("stream: {failure}");
            }
        });
    }
}

async fn answer(stream: Stream) -> Result<(), Failure> {
    let (Some(receive), Some(mut send)) = stream.split() else {
        return Err("not a stream in both directions".into());
    };
    endpoint::serve(&mut send, &mut Receive(receive)).await
}
