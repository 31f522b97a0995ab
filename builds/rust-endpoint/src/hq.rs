//! HTTP/0.9 on a stream: a request line, answered with the file.

use tokio::fs::File;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy};

use crate::{Failure, Request, served, target};

const LONGEST_REQUEST: u64 = 4096;

/// Sends the request and ends the stream's sending side.
pub async fn ask(send: &mut (impl AsyncWrite + Unpin), request: &Request) -> Result<(), Failure> {
    send.write_all(format!("GET {}\r\n", request.path).as_bytes()).await?;
    send.shutdown().await?;
    Ok(())
}

/// Saves the answer as it comes.
pub async fn save(receive: &mut (impl AsyncRead + Unpin), request: &Request) -> Result<(), Failure> {
    let mut file = File::create(target(request)).await?;
    copy(receive, &mut file).await?;
    file.flush().await?;
    Ok(())
}

/// Answers one request; a file that is not there is answered with nothing.
pub async fn serve(
    send: &mut (impl AsyncWrite + Unpin),
    receive: &mut (impl AsyncRead + Unpin),
) -> Result<(), Failure> {
    let mut line = Vec::new();
    receive.take(LONGEST_REQUEST).read_to_end(&mut line).await?;
    let line = String::from_utf8(line)?;
    let path = line.strip_prefix("GET ").ok_or("not a GET request")?.trim_end();
    if let Ok(mut file) = File::open(served(path)).await {
        copy(&mut file, send).await?;
    }
    send.shutdown().await?;
    Ok(())
}
