//! Azure Communication Services Chat and Identity in memory, so that tests and first steps need no
//! Azure account.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use acs_chat_emulator::{Emulator, Fault, Rule};
//!
//! let emulator = Emulator::start().await?;
//! let connection_string = emulator.connection_string(); // for an identity client
//! let endpoint = emulator.endpoint(); // for a chat client
//!
//! // The next two requests for messages are answered with 429.
//! let fault = Rule::new(Fault::too_many_requests("1"));
//! emulator.faults().inject(fault.on("GET", "/chat/threads/*/messages").times(2));
//!
//! // ... run a client ...
//!
//! assert_eq!(emulator.requests().len(), 3);
//! assert!(emulator.violations().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! The same as a program, for clients in any language: `cargo run -p acs-chat-emulator -- [--port N]
//! [--tls DIR]`. The first line on standard output is the connection string.
//!
//! # What it does
//! It serves every operation of Chat 2025-03-15 and Identity 2026-09-23, and the same requests under
//! all versions since 2021-03-07. It holds requests and its own responses to the descriptions in
//! `spec/`: a request that does not fit is answered with 400 and the JSON pointer that is wrong, a
//! response that does not fit with 500, and noted in [`Emulator::violations`].
//!
//! - **Credentials.** The Identity API takes requests signed with the access key (HMAC), and the
//!   bearer token [`ENTRA_TOKEN`]. The Chat API takes the tokens that the emulator issued, while they
//!   are neither expired nor revoked. A request without a credential is answered with 401 and an
//!   empty body, as the service does; all others have an error body.
//! - **Participants.** Users join whom this emulator issued. Another user is answered with an entry
//!   of `invalidParticipants` (404); so are phone numbers and apps (403), which cannot join.
//! - **Deletion.** Lists show deleted threads and messages with `deletedOn`; every other request for
//!   them is answered with 404. A retention policy deletes its thread when the [`Clock`] gets there.
//! - **Lists** are newest first for threads and messages, oldest first for participants and read
//!   receipts; 20 items a page unless `maxPageSize` says otherwise, 200 at most.
//! - **Entra exchanges** (`/access/...:exchangeAccessToken`) know one person, the holder of
//!   [`ENTRA_TOKEN`]; `/teamsUser/:exchangeAccessToken` wants the same token in its body. Assignments
//!   are stored and have no effect.
//!
//! # Controls over HTTP
//! | request | effect |
//! |---|---|
//! | `POST /__emulator/faults` | adds a [`Rule`] or an array of them: `{"method": "GET", "path": "/chat/threads/*/messages", "after": 0, "times": 2, "fault": {"kind": "status", "status": 429, "retryAfter": "1"}}` |
//! | `GET`, `DELETE /__emulator/faults` | lists the rules that are not used up; forgets them |
//! | `GET`, `DELETE /__emulator/requests` | lists the requests so far, as [`LoggedRequest`]; forgets them |
//! | `GET /__emulator/violations` | lists where the emulator violated the descriptions |
//! | `POST /__emulator/clock` | `{"advanceSeconds": 3600}` moves the clock |
//! | `POST /__emulator/reset` | forgets users, threads, faults, requests and violations |
//!
//! # What bounds its memory
//! It keeps 10,000 threads and 100,000 users, and forgets those that were not used for longest; the
//! newest 100,000 messages of all threads together, 10,000 assignments, 10,000 answers to a
//! `repeatability-request-id`, and 16 MB of requests. A thread has 250 participants at most and one
//! read receipt for each, a message 28 KB of content, metadata 1 KB. Page links hold their own state.

mod answer;
mod auth;
mod body;
mod bounded;
mod builder;
mod call;
mod chat;
mod clock;
mod contract;
mod control;
mod emulator;
mod failure;
mod faults;
mod gate;
mod headers;
mod identifier;
mod identity;
mod log;
mod page;
mod paging;
mod routes;
mod same_origin;
mod server;
mod service;
mod store;
mod tls;
mod version;

pub use builder::Builder;
pub use clock::Clock;
pub use emulator::{ENTRA_TOKEN, Emulator};
pub use faults::{CutAt, Fault, Faults, Rule};
pub use log::LoggedRequest;
