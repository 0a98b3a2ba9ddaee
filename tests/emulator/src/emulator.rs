//! The library's front door.

use crate::{
    clock::Clock,
    contract::CONTRACT,
    faults::Faults,
    log::LoggedRequest,
    routes::router,
    server::serve,
    service::{Service, random},
    tls::Authority,
};
use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, LazyLock},
};
use tokio::{net::TcpListener, task::JoinHandle};

/// The bearer token that the Identity API takes in place of one of Microsoft Entra ID.
pub const ENTRA_TOKEN: &str = "entra-test-token";

/// A running emulator. It listens on 127.0.0.1, runs on the tokio runtime that started it, and stops
/// when it is dropped.
pub struct Emulator {
    service: Arc<Service>,
    address: SocketAddr,
    ca_pem: Option<String>,
    server: JoinHandle<()>,
}

/// How to start an emulator.
#[derive(Default)]
pub struct Builder {
    port: u16,
    tls: bool,
    access_key: Option<Vec<u8>>,
    entra_token: Option<String>,
}

impl Builder {
    /// The port to listen on; a free one without it.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Serves https, with a certificate of an authority of its own for `localhost` and 127.0.0.1.
    /// Clients have to trust [`Emulator::ca_pem`].
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// The access key; a random one without it.
    pub fn access_key(mut self, key: impl Into<Vec<u8>>) -> Self {
        self.access_key = Some(key.into());
        self
    }

    /// The token to take in place of [`ENTRA_TOKEN`].
    pub fn entra_token(mut self, token: impl Into<String>) -> Self {
        self.entra_token = Some(token.into());
        self
    }

    /// Starts the emulator on the current tokio runtime.
    ///
    /// # Errors
    /// When the port is taken.
    pub async fn start(self) -> io::Result<Emulator> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).await?;
        let address = listener.local_addr()?;
        // Read now rather than during the first request, which would seem slow.
        LazyLock::force(&CONTRACT);
        let authority = self.tls.then(Authority::generate).transpose().map_err(io::Error::other)?;
        let acceptor = authority.as_ref().map(|authority| authority.acceptor("localhost"));
        let acceptor = acceptor.transpose().map_err(io::Error::other)?;
        let ca_pem = authority.map(|authority| authority.certificate_pem);
        let service = Arc::new(Service::new(
            self.access_key.unwrap_or_else(|| random().to_vec()),
            self.entra_token.unwrap_or_else(|| ENTRA_TOKEN.to_owned()),
            if self.tls { "https" } else { "http" },
        ));
        let server = tokio::spawn(serve(listener, acceptor, router(service.clone())));
        Ok(Emulator { service, address, ca_pem, server })
    }
}

impl Emulator {
    /// Starts an emulator on a free port.
    ///
    /// # Errors
    /// When there is no free port.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Starts an emulator with settings of your own.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The URL of the resource, without a closing slash: `http://127.0.0.1:54321`.
    pub fn endpoint(&self) -> String {
        format!("{}://{}", self.service.scheme, self.address)
    }

    /// Endpoint and access key, in the form of the Azure portal.
    pub fn connection_string(&self) -> String {
        self.service.connection_string(&self.endpoint())
    }

    /// The certificate to trust, as PEM, when the emulator serves https.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// Lets requests fail.
    pub fn faults(&self) -> &Faults {
        &self.service.faults
    }

    /// The emulator's time.
    pub fn clock(&self) -> &Clock {
        &self.service.clock
    }

    /// What clients sent so far, oldest first. Requests to `/__emulator/` are not among it.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.service.log.requests()
    }

    /// Where the emulator itself violated the descriptions. There is nothing here unless it has a
    /// defect.
    pub fn violations(&self) -> Vec<String> {
        self.service.violations()
    }

    /// Forgets users, threads, faults, requests and violations, and sets the clock right.
    pub fn reset(&self) {
        self.service.reset();
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Shows no key.
impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Emulator").field("endpoint", &self.endpoint()).finish_non_exhaustive()
    }
}

/// Shows no key.
impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("port", &self.port)
            .field("tls", &self.tls)
            .finish_non_exhaustive()
    }
}
