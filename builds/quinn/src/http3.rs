//! HTTP/3 by h3, over a connection that is set up like all others.

use bytes::{Buf, Bytes};
use endpoint::{Failure, Request};
use h3::server::RequestResolver;
use h3_quinn::Connection;
use http::{Response, StatusCode};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;
use tokio::task::JoinSet;

pub async fn download(connection: quinn::Connection, requests: &[Request]) -> Result<(), Failure> {
    let (mut driver, mut sender) = h3::client::new(Connection::new(connection)).await?;
    let driving = tokio::spawn(async move { driver.wait_idle().await });
    let mut answers = JoinSet::new();
    for request in requests.iter().cloned() {
        let mut stream = sender.send_request(http::Request::get(&request.url).body(())?).await?;
        answers.spawn(async move {
            stream.finish().await?;
            let status = stream.recv_response().await?.status();
            if status != StatusCode::OK {
                return Err(Failure::from(format!("{}: status {status}", request.url)));
            }
            let mut file = File::create(endpoint::target(&request)).await?;
            while let Some(mut part) = stream.recv_data().await? {
                file.write_all(&part.copy_to_bytes(part.remaining())).await?;
            }
            file.flush().await?;
            Ok(())
        });
    }
    while let Some(answer) = answers.join_next().await {
        answer??;
    }
    // The last sender closes the connection; the driver ends then.
    drop(sender);
    driving.await?;
    Ok(())
}

pub async fn serve(connection: quinn::Connection) -> Result<(), Failure> {
    let mut connection = h3::server::Connection::<_, Bytes>::new(Connection::new(connection)).await?;
    while let Some(resolver) = connection.accept().await? {
        tokio::spawn(async move {
            if let Err(failure) = answer(resolver).await {
                eprintln!("request: {failure}");
            }
        });
    }
    Ok(())
}

async fn answer(resolver: RequestResolver<Connection, Bytes>) -> Result<(), Failure> {
    let (request, mut stream) = resolver.resolve_request().await?;
    match tokio::fs::read(endpoint::served(request.uri().path())).await {
        Ok(body) => {
            stream.send_response(Response::builder().status(StatusCode::OK).body(())?).await?;
            stream.send_data(body.into()).await?;
        }
        Err(_) => stream.send_response(Response::builder().status(StatusCode::NOT_FOUND).body(())?).await?,
    }
    stream.finish().await?;
    Ok(())
}
