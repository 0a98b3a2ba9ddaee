//! The result of every operation for every fault, and the number of requests.
//!
//! The clients run on a paused clock, so that a call that waits for an hour takes no time here, and
//! one that waits for ever fails the test. The servers have a runtime of their own, because sockets
//! know nothing of the paused clock.

mod clock;
mod operations;

use futures::future::join_all;
use operations::{Clients, Kind, Operation};
use std::{
    fmt::Write,
    sync::{Arc, Mutex},
    time::Duration,
};
use tests::server::{Answer, Cut, Server};
use tokio::{runtime::Runtime, time::timeout};

/// A call that takes longer, on the paused clock, hangs.
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// A fault of a response.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// No connection is made.
    Refused,
    Cut(Cut),
    /// The connection ends after the response.
    CutAfterBody,
    Slow,
    /// An error response with these headers.
    Status(u16, &'static [(&'static str, &'static str)]),
    /// A body that is JSON of another type, or not JSON.
    Body(&'static str),
    TruncatedGzip,
    /// A redirect to another origin.
    Redirect,
    /// A page whose next page is at another origin.
    ForeignNextLink,
}

const SECONDS: &[(&str, &str)] = &[("retry-after", "120")];
const DATE: &[(&str, &str)] = &[("retry-after", "Fri, 01 Jan 2021 00:00:00 GMT")];
const HOURS: &[(&str, &str)] = &[("retry-after", "7200")];
const NEXT_YEARS: &[(&str, &str)] = &[("retry-after", "Fri, 01 Jan 2900 00:00:00 GMT")];

/// A fault, and then for lists, for other idempotent calls, and for calls that are not idempotent:
/// the number of requests and the outcome, if only the first response has the fault, and if all have.
type Row = (Fault, [&'static str; 2], [&'static str; 2], [&'static str; 2]);

#[rustfmt::skip]
const TABLE: &[Row] = &[
    (Fault::Refused, ["0 not sent"; 2], ["0 not sent"; 2], ["0 not sent"; 2]),
    (Fault::Cut(Cut::BeforeResponse), ["2 success", "3 cut"], ["2 success", "3 cut"], ["1 unknown, cut"; 2]),
    (Fault::Cut(Cut::InBody), ["2 success", "3 cut"], ["2 success", "3 cut"], ["1 unknown, cut"; 2]),
    (Fault::CutAfterBody, ["1 success"; 2], ["1 success"; 2], ["1 success"; 2]),
    (Fault::Slow, ["1 success"; 2], ["1 success"; 2], ["1 success"; 2]),
    (Fault::Status(401, &[]), ["1 status 401"; 2], ["1 status 401"; 2], ["1 status 401"; 2]),
    (Fault::Status(408, &[]), ["2 success", "3 status 408"], ["2 success", "3 status 408"], ["1 unknown, status 408"; 2]),
    (Fault::Status(429, SECONDS), ["2 success", "3 status 429"], ["2 success", "3 status 429"], ["2 success", "3 status 429"]),
    (Fault::Status(429, DATE), ["2 success", "3 status 429"], ["2 success", "3 status 429"], ["2 success", "3 status 429"]),
    (Fault::Status(429, HOURS), ["1 status 429"; 2], ["1 status 429"; 2], ["1 status 429"; 2]),
    (Fault::Status(429, &[]), ["2 success", "3 status 429"], ["2 success", "3 status 429"], ["2 success", "3 status 429"]),
    (Fault::Status(500, &[]), ["2 success", "3 status 500"], ["2 success", "3 status 500"], ["1 unknown, status 500"; 2]),
    (Fault::Status(501, &[]), ["1 status 501"; 2], ["1 status 501"; 2], ["1 status 501"; 2]),
    (Fault::Status(502, &[]), ["2 success", "3 status 502"], ["2 success", "3 status 502"], ["1 unknown, status 502"; 2]),
    (Fault::Status(503, &[]), ["2 success", "3 status 503"], ["2 success", "3 status 503"], ["1 unknown, status 503"; 2]),
    (Fault::Status(503, SECONDS), ["2 success", "3 status 503"], ["2 success", "3 status 503"], ["2 success", "3 status 503"]),
    (Fault::Status(503, NEXT_YEARS), ["1 status 503"; 2], ["1 status 503"; 2], ["1 status 503"; 2]),
    (Fault::Status(504, &[]), ["2 success", "3 status 504"], ["2 success", "3 status 504"], ["1 unknown, status 504"; 2]),
    (Fault::Status(299, &[]), ["1 status 299"; 2], ["1 status 299"; 2], ["1 unknown, status 299"; 2]),
    (Fault::Body("{\"value\":["), ["1 unreadable"; 2], ["1 unreadable"; 2], ["1 unknown, unreadable"; 2]),
    (Fault::Body("7"), ["1 unreadable"; 2], ["1 unreadable"; 2], ["1 unknown, unreadable"; 2]),
    (Fault::TruncatedGzip, ["2 success", "3 cut"], ["2 success", "3 cut"], ["1 unknown, cut"; 2]),
    (Fault::Redirect, ["1 status 307"; 2], ["1 status 307"; 2], ["1 status 307"; 2]),
    (Fault::ForeignNextLink, ["1 another origin"; 2], ["1 success"; 2], ["1 success"; 2]),
];

#[tokio::test(start_paused = true)]
async fn every_fault_has_its_outcome_for_every_operation() {
    let servers = Runtime::new().unwrap();
    let other = clock::on(&servers, Server::fixed(200, "{}")).await;
    let operations = operations::all();
    let rows = operations.iter().map(|operation| mistakes(&servers, operation, &other.base));
    let wrong = join_all(rows).await.concat();
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(other.seen().is_empty(), "another origin got a request");
    servers.shutdown_background();
}

/// The rows of the table that an operation does not follow.
async fn mistakes(servers: &Runtime, operation: &Operation, other: &str) -> String {
    let mut stage = Stage::new(servers, operation, other).await;
    let mut mistakes = String::new();
    for (fault, list, idempotent, not_idempotent) in TABLE {
        let expected = match operation.kind {
            Kind::List => list,
            Kind::Idempotent => idempotent,
            Kind::NotIdempotent => not_idempotent,
        };
        let needs_body = matches!(fault, Fault::Body(_) | Fault::TruncatedGzip);
        if needs_body && operation.body.is_empty() {
            continue;
        }
        let outcomes = match fault {
            Fault::Refused => stage.refused().await,
            _ => [stage.outcome(*fault, 1).await, stage.outcome(*fault, usize::MAX).await],
        };
        if outcomes != *expected {
            let name = operation.name;
            writeln!(mistakes, "{fault:?}, {name}: {outcomes:?}, not {expected:?}").unwrap();
        }
    }
    mistakes
}

/// A server for one operation, and how many of its next responses have which fault.
struct Stage<'a> {
    servers: &'a Runtime,
    operation: &'a Operation,
    faults: Arc<Mutex<(Fault, usize)>>,
    server: Server,
    clients: Clients,
}

impl<'a> Stage<'a> {
    async fn new(servers: &'a Runtime, operation: &'a Operation, other: &str) -> Self {
        let faults = Arc::new(Mutex::new((Fault::Slow, 0)));
        let (status, body) = (operation.status, operation.body);
        let (plan, other) = (faults.clone(), other.to_owned());
        let server = clock::on(
            servers,
            Server::start(move |_, _, _| {
                let good = Answer { status, body: body.into(), ..Answer::default() };
                let (fault, left) = &mut *plan.lock().unwrap();
                match *left {
                    0 => good,
                    _ => {
                        *left -= 1;
                        faulty(*fault, good, &other)
                    }
                }
            }),
        )
        .await;
        let clients = Clients::new(&server);
        Self { servers, operation, faults, server, clients }
    }

    /// The number of requests and what the caller sees, if the next `count` responses have the fault.
    async fn outcome(&mut self, fault: Fault, count: usize) -> String {
        *self.faults.lock().unwrap() = (fault, count);
        let before = self.server.seen().len();
        let result = timeout(LIMIT, (self.operation.call)(&self.clients)).await;
        let result = result.unwrap_or_else(|_| panic!("{} hangs: {fault:?}", self.operation.name));
        format!("{} {}", self.server.seen().len() - before, operations::seen(&result))
    }

    /// The outcome without a server.
    async fn refused(&mut self) -> [String; 2] {
        let mut stage = Stage::new(self.servers, self.operation, "").await;
        stage.server.refuse().await;
        [stage.outcome(Fault::Refused, 0).await, stage.outcome(Fault::Refused, 0).await]
    }
}

fn faulty(fault: Fault, good: Answer, other: &str) -> Answer {
    match fault {
        Fault::Refused => good,
        Fault::Cut(cut) => Answer { cut: Some(cut), ..good },
        Fault::CutAfterBody => Answer { headers: vec![("connection", "close".to_owned())], ..good },
        Fault::Slow => Answer { delay: Duration::from_millis(50), ..good },
        Fault::Status(status, headers) => {
            let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned()));
            Answer { status, headers: headers.collect(), ..Answer::default() }
        }
        Fault::Body(body) => Answer { body: body.into(), ..good },
        Fault::TruncatedGzip => {
            let headers = vec![("content-encoding", "gzip".to_owned())];
            // The header of a gzip file, without its content.
            Answer { headers, body: b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec(), ..good }
        }
        Fault::Redirect => {
            let headers = vec![("location", format!("{other}/elsewhere"))];
            Answer { status: 307, headers, ..Answer::default() }
        }
        Fault::ForeignNextLink => {
            let page = format!(r#"{{"value":[],"nextLink":"{other}/next"}}"#);
            let is_page = good.body == operations::EMPTY_PAGE.as_bytes();
            Answer { body: if is_page { page.into_bytes() } else { good.body }, ..good }
        }
    }
}
