//! The contract's six test cases. Each passes only on the message that it waits for, decoded.

use crate::session::{Answer, Session};
use crate::settings::Settings;
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep, sleep_until, timeout};

pub const CASES: [&str; 6] = [
    "setup-only",
    "announce-only",
    "publish-namespace-done",
    "subscribe-error",
    "announce-subscribe",
    "subscribe-before-announce",
];

const NAMESPACE: [&str; 2] = ["moq-test", "interop"];
const NOWHERE: [&str; 2] = ["nonexistent", "namespace"];
const TRACK: &str = "test-track";
/// For one answer, also on a slow path; the harness has the case's own limit.
const ANSWER_LIMIT: Duration = Duration::from_secs(3);
/// How long after the subscriber the publisher comes in subscribe-before-announce.
const HEAD_START: Duration = Duration::from_millis(500);
/// A cancelled stream or a close has to leave before the process ends.
const PARTING: Duration = Duration::from_millis(100);

/// How a case ended, and the messages that say so.
pub struct Outcome {
    pub passed: bool,
    pub expected: String,
    pub received: String,
}

pub async fn run<S: Session>(name: &str, settings: &Settings) -> Outcome {
    let (expected, ending) = match name {
        "setup-only" => ("SETUP", setup_only::<S>(settings).await),
        "announce-only" => ("an OK to PUBLISH_NAMESPACE", announce_only::<S>(settings).await),
        "publish-namespace-done" => ("an OK, then the withdrawal", publish_namespace_done::<S>(settings).await),
        "subscribe-error" => ("an error to SUBSCRIBE", subscribe_error::<S>(settings).await),
        "announce-subscribe" => ("SUBSCRIBE_OK", announce_subscribe::<S>(settings).await),
        _ => ("SUBSCRIBE_OK or an error", subscribe_before_announce::<S>(settings).await),
    };
    if settings.verbose {
        eprintln!("{name}: {ending:?}");
    }
    let (passed, received) = match ending {
        Ok(message) => (true, message),
        Err(message) => (false, message),
    };
    Outcome { passed, expected: expected.to_string(), received }
}

async fn setup_only<S: Session>(settings: &Settings) -> Result<String, String> {
    let session = connect::<S>(settings).await?;
    leave(&[&session]).await;
    Ok("SETUP".to_string())
}

async fn announce_only<S: Session>(settings: &Settings) -> Result<String, String> {
    let mut session = connect::<S>(settings).await?;
    let message = accepted(soon(session.announce(&NAMESPACE)).await?)?;
    leave(&[&session]).await;
    Ok(message)
}

async fn publish_namespace_done<S: Session>(settings: &Settings) -> Result<String, String> {
    let mut session = connect::<S>(settings).await?;
    let message = accepted(soon(session.announce(&NAMESPACE)).await?)?;
    session.withdraw().await?;
    // Before the close, so that the withdrawal is seen as one of its own.
    sleep(PARTING).await;
    leave(&[&session]).await;
    Ok(format!("{message}, withdrawn"))
}

async fn subscribe_error<S: Session>(settings: &Settings) -> Result<String, String> {
    let mut session = connect::<S>(settings).await?;
    let answer = soon(session.subscribe(&NOWHERE, TRACK)).await?;
    leave(&[&session]).await;
    match answer {
        Answer::Error(message) => Ok(message),
        Answer::Ok(message) => Err(message.to_string()),
    }
}

async fn announce_subscribe<S: Session>(settings: &Settings) -> Result<String, String> {
    let mut publisher = connect::<S>(settings).await?;
    accepted(soon(publisher.announce(&NAMESPACE)).await?)?;
    let mut subscriber = connect::<S>(settings).await?;
    let answer = tokio::select! {
        answer = soon(subscriber.subscribe(&NAMESPACE, TRACK)) => answer?,
        Err(problem) = publisher.serve() => return Err(format!("the publisher's session: {problem}")),
    };
    leave(&[&subscriber, &publisher]).await;
    accepted(answer)
}

async fn subscribe_before_announce<S: Session>(settings: &Settings) -> Result<String, String> {
    let mut subscriber = connect::<S>(settings).await?;
    let mut publisher = connect::<S>(settings).await?;
    let answer = {
        let mut subscribing = pin!(soon(subscriber.subscribe(&NAMESPACE, TRACK)));
        let start = Instant::now();
        let early = timeout(HEAD_START, &mut subscribing).await.ok();
        // Also where the relay has answered by then.
        sleep_until(start + HEAD_START).await;
        let published = soon(publisher.announce(&NAMESPACE)).await.and_then(accepted);
        match early {
            Some(answer) => answer?,
            None => {
                published?;
                tokio::select! {
                    answer = &mut subscribing => answer?,
                    Err(problem) = publisher.serve() => return Err(format!("the publisher's session: {problem}")),
                }
            }
        }
    };
    leave(&[&subscriber, &publisher]).await;
    Ok(match answer {
        Answer::Ok(message) => message.to_string(),
        Answer::Error(message) => message,
    })
}

async fn connect<S: Session>(settings: &Settings) -> Result<S, String> {
    soon(S::connect(settings)).await.map_err(|problem| format!("no session: {problem}"))
}

async fn soon<T>(answer: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    timeout(ANSWER_LIMIT, answer)
        .await
        .unwrap_or_else(|_| Err(format!("nothing within {} s", ANSWER_LIMIT.as_secs())))
}

fn accepted(answer: Answer) -> Result<String, String> {
    match answer {
        Answer::Ok(message) => Ok(message.to_string()),
        Answer::Error(message) => Err(message),
    }
}

async fn leave<S: Session>(sessions: &[&S]) {
    sessions.iter().for_each(|it| it.close());
    sleep(PARTING).await;
}
