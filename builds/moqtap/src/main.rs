//! A MoQT test client on the crates of moqtap that speaks the contract: RELAY_URL, TESTCASE, DRAFT,
//! TLS_DISABLE_VERIFY, VERBOSE; TAP 14 on standard output as it happens; exit 0, 1 or 127.

mod cases;
mod draft14;
mod draft16;
mod draft18;
mod session;
mod settings;

use cases::{CASES, Outcome};
use session::Session;
use settings::Settings;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

#[tokio::main]
async fn main() -> ExitCode {
    let settings = match Settings::read() {
        Ok(settings) => settings,
        Err(problem) => {
            eprintln!("moqtap-endpoint: {problem}");
            return ExitCode::from(2);
        }
    };
    if settings.list {
        CASES.iter().for_each(|name| println!("{name}"));
        return ExitCode::SUCCESS;
    }
    match settings.draft {
        14 => run::<draft14::Draft14>(&settings).await,
        16 => run::<draft16::Draft16>(&settings).await,
        18 => run::<draft18::Draft18>(&settings).await,
        other => unsupported(&format!("draft {other} is not supported; 14, 16 and 18 are")),
    }
}

async fn run<S: Session>(settings: &Settings) -> ExitCode {
    let wanted: Vec<&str> = match &settings.case {
        Some(case) if !CASES.contains(&case.as_str()) => return unsupported(&format!("no test case '{case}'")),
        Some(case) => vec![case],
        None => CASES.to_vec(),
    };
    line("TAP version 14");
    line(&format!("1..{}", wanted.len()));
    let mut failed = false;
    for (index, name) in wanted.iter().enumerate() {
        let start = Instant::now();
        let outcome = cases::run::<S>(name, settings).await;
        failed |= !outcome.passed;
        point(index + 1, name, start.elapsed().as_millis(), &outcome);
    }
    if failed { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

fn unsupported(reason: &str) -> ExitCode {
    line("TAP version 14");
    line(&format!("1..0 # SKIP {reason}"));
    ExitCode::from(127)
}

fn point(number: usize, name: &str, duration_ms: u128, outcome: &Outcome) {
    line(&format!("{}ok {number} - {name}", if outcome.passed { "" } else { "not " }));
    line("  ---");
    line(&format!("  duration_ms: {duration_ms}"));
    line(&format!("  expected: {}", quoted(&outcome.expected)));
    line(&format!("  received: {}", quoted(&outcome.received)));
    line("  ...");
}

/// A YAML string in double quotes, whatever a relay put into its reason.
fn quoted(text: &str) -> String {
    let inner: String = text
        .chars()
        .map(|it| match it {
            '"' | '\\' => format!("\\{it}"),
            it if it.is_control() => format!("\\u{:04x}", it as u32),
            it => it.to_string(),
        })
        .collect();
    format!("\"{inner}\"")
}

/// Flushed, since whoever reads this follows it while it runs.
fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    // A reader that went away is no reason to panic: the exit code still tells.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
