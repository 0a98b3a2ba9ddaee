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
//! Webhooks get the same events as from Azure Event Grid, with [`Emulator::subscribe`].
//!
//! The same as a program, for clients in any language: `acs-chat-emulator --port 8080`. The README
//! of the package lists the options of the program, the controls over HTTP, the facts about the
//! service that the emulator imitates, and the bounds of its memory.
//!
//! # How it works
//! A request passes the layers in `routes`: CORS, the log, the headers of the service, faults, and the
//! gate. The gate finds out the version and the caller, and validates the request by the descriptions
//! in `spec/`. The handlers in `chat` and `identity` act on the `store`, and report changes to
//! `events`, which posts them to webhooks. On the way back the gate
//! waits until the changes are on disk, if there is a data folder, and validates the response too: a
//! mismatch is a defect of the emulator, answered with 500 and listed in [`Emulator::violations`].

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
mod events;
mod failure;
mod faults;
mod gate;
mod headers;
mod identifier;
mod identity;
mod log;
#[cfg(test)]
mod memory;
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
pub use events::{Delivery, DeliveryStatus, EventSchema, Filter, Subscription};
pub use faults::{CutAt, Fault, Faults, Rule};
pub use log::LoggedRequest;
