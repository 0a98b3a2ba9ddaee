//! A running emulator, as the library's users see it.

use crate::{
    builder::Builder,
    clock::Clock,
    events::{Delivery, Filter, Subscription},
    faults::Faults,
    log::LoggedRequest,
    server::Server,
    service::Service,
};
use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

/// The bearer token that the Identity API takes in place of a token of Microsoft Entra ID.
pub const ENTRA_TOKEN: &str = "entra-test-token";

/// A running emulator. It runs on the tokio runtime that started it, and stops when it is dropped.
pub struct Emulator {
    service: Arc<Service>,
    server: Server,
    ca_pem: Option<String>,
}

impl Emulator {
    pub(crate) fn new(service: Arc<Service>, server: Server, ca_pem: Option<String>) -> Self {
        Self { service, server, ca_pem }
    }

    /// Starts an emulator on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Returns the settings of an emulator, to change and to start.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Stops listening and closes all connections, as when the process ends. Requests that are
    /// being handled get two seconds to finish. [`restart`](Self::restart) brings the emulator
    /// back.
    pub async fn stop(&mut self) {
        self.server.stop().await;
    }

    /// Stops, unless it has stopped already, and listens again on the same port. Keys, users,
    /// threads and messages stay as they are, and so do the clock, the faults and the log of
    /// requests. Clients see their connections end, and can reconnect.
    ///
    /// # Errors
    /// If another process took the port in the meantime.
    pub async fn restart(&mut self) -> io::Result<()> {
        self.server.restart().await
    }

    /// Returns the URL of the resource, without a closing slash: `http://127.0.0.1:54321`.
    pub fn endpoint(&self) -> String {
        format!("{}://{}", self.service.scheme, reachable(self.server.address()))
    }

    /// Returns endpoint and access key, in the form of the Azure portal.
    pub fn connection_string(&self) -> String {
        self.service.connection_string(&self.endpoint())
    }

    /// Returns the certificate that clients have to trust, as PEM, if the emulator serves https.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// Lets requests fail.
    pub fn faults(&self) -> &Faults {
        &self.service.faults
    }

    /// Returns the emulator's clock, which a test can move.
    pub fn clock(&self) -> &Clock {
        &self.service.clock
    }

    /// Returns the requests so far, oldest first, without those to `/__emulator/`.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.service.log.requests()
    }

    /// Returns where the emulator itself violated the descriptions. It is empty unless the emulator
    /// has a defect.
    pub fn violations(&self) -> Vec<String> {
        self.service.violations()
    }

    /// Sends events to a webhook from now on, as Azure Event Grid does. The webhook has to answer the
    /// handshake of the schema first. Returns the id of the subscription.
    ///
    /// ```no_run
    /// # async fn example(emulator: acs_chat_emulator::Emulator) -> std::io::Result<()> {
    /// use acs_chat_emulator::{EventSchema, Filter};
    ///
    /// let filter = Filter::new(EventSchema::CloudEvents).types(["ChatMessageReceived"]);
    /// emulator.subscribe("http://127.0.0.1:7071/events", filter).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// If the URL does not begin with `http://`, a type in the filter is not one of a chat event, or
    /// the webhook does not answer the handshake, or the data folder cannot be written.
    pub async fn subscribe(&self, url: &str, filter: Filter) -> io::Result<u64> {
        self.service.subscribe(url, filter).await
    }

    /// Ends a subscription. Returns whether there was one with this id.
    pub fn unsubscribe(&self, id: u64) -> bool {
        self.service.unsubscribe(id)
    }

    /// Returns the subscriptions, oldest first.
    pub fn subscriptions(&self) -> Vec<Subscription> {
        self.service.events.subscriptions()
    }

    /// Returns the events so far, oldest first, one for each subscription that they are for.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.service.events.deliveries()
    }

    /// Forgets users, threads, events, faults, requests and violations, and sets the clock right.
    /// Keys and subscriptions stay.
    pub fn reset(&self) {
        self.service.reset();
    }
}

/// The address for clients on this machine, which cannot connect to `0.0.0.0`.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip: IpAddr = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Shows no key.
impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator").field("endpoint", &self.endpoint()).finish_non_exhaustive()
    }
}
