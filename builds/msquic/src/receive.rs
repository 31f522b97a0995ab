//! The receiving side of a stream.

use std::io::Result;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use msquic_async::ReadStream;
use tokio::io::{AsyncRead, ReadBuf};

/// Reads into the part of a buffer that is free. The package's own `AsyncRead` reads into the part that was written to once,
/// which is none of a new buffer, and so takes a stream for ended (msquic-async 0.4.1).
pub struct Receive(pub ReadStream);

impl AsyncRead for Receive {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let length = ready!(self.0.poll_read(context, buffer.initialize_unfilled()))?;
        buffer.advance(length);
        Poll::Ready(Ok(()))
    }
}
