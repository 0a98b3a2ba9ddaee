//! The settings of an emulator.

use crate::{
    contract::CONTRACT,
    emulator::{ENTRA_TOKEN, Emulator},
    routes::router,
    server::{Server, listen},
    service::{Service, Settings, State},
    store::{Keys, open},
    tls::{Authority, AuthoritySource},
};
use std::{
    fmt, io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::{Arc, LazyLock},
    time::Duration,
};

/// How to start an [`Emulator`].
pub struct Builder {
    host: IpAddr,
    port: u16,
    tls: Option<AuthoritySource>,
    access_key: Option<Vec<u8>>,
    entra_token: Option<String>,
    token_lifetime: Option<Duration>,
    idle_timeout: Duration,
    data: Option<PathBuf>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            host: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            tls: None,
            access_key: None,
            entra_token: None,
            token_lifetime: None,
            idle_timeout: Duration::from_secs(60),
            data: None,
        }
    }
}

impl Builder {
    /// Sets the address to listen on. The default is 127.0.0.1; `0.0.0.0` accepts connections from
    /// other machines.
    pub fn host(mut self, host: impl Into<IpAddr>) -> Self {
        self.host = host.into();
        self
    }

    /// Sets the port to listen on. The default is a free port.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Serves https. The certificate is for `localhost`, 127.0.0.1, `::1` and the
    /// [host](Self::host). Clients have to trust its authority, [`Emulator::ca_pem`], which is new
    /// for every emulator.
    pub fn tls(mut self) -> Self {
        self.tls = Some(AuthoritySource::New);
        self
    }

    /// Serves https as [`tls`](Self::tls) does, with the authority of this folder: clients that
    /// trust its `ca.pem` trust every emulator that is started with the folder. The first start
    /// writes `ca.pem` and `ca.key`.
    pub fn tls_folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.tls = Some(AuthoritySource::Folder(folder.into()));
        self
    }

    /// Sets the access key. The default is the key of the [data folder](Self::data), or a random
    /// key.
    pub fn access_key(mut self, key: impl Into<Vec<u8>>) -> Self {
        self.access_key = Some(key.into());
        self
    }

    /// Sets the token that the Identity API takes in place of [`ENTRA_TOKEN`].
    pub fn entra_token(mut self, token: impl Into<String>) -> Self {
        self.entra_token = Some(token.into());
        self
    }

    /// Sets how long every user token lasts, instead of the time in its request. The service issues
    /// tokens for an hour or more; shorter ones let a test see a refresh.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.token_lifetime = Some(lifetime);
        self
    }

    /// Sets how long a connection may keep the emulator waiting: for its next request, for the rest
    /// of a request, or to read a response. Then the emulator closes the connection. The default is
    /// a minute.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// Keeps keys, users, threads, messages and subscriptions of webhooks in this folder, so that they
    /// survive the process.
    /// The folder is created if it does not exist. One emulator at a time can use it.
    pub fn data(mut self, folder: impl Into<PathBuf>) -> Self {
        self.data = Some(folder.into());
        self
    }

    /// Starts the emulator on the current tokio runtime.
    ///
    /// # Errors
    /// If the port is taken, or one of the folders cannot be used.
    pub async fn start(self) -> io::Result<Emulator> {
        // Reading the descriptions takes a while, which must not count for the first request.
        LazyLock::force(&CONTRACT);
        let address = SocketAddr::new(self.host, self.port);
        let listener = listen(address).map_err(|error| {
            io::Error::new(error.kind(), format!("cannot listen on {address}: {error}"))
        })?;
        let authority = self.tls.as_ref().map(AuthoritySource::authority).transpose()?;
        let acceptor = authority.as_ref().map(|authority| authority.acceptor(self.host));
        let acceptor = acceptor.transpose().map_err(io::Error::other)?;
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let service = Arc::new(self.service(scheme).await?);
        let server = Server::start(listener, acceptor, router(service.clone()), self.idle_timeout)?;
        Ok(Emulator::new(service, server, authority.map(Authority::into_pem)))
    }

    async fn service(&self, scheme: &'static str) -> io::Result<Service> {
        let (keys, state) = match &self.data {
            Some(folder) => open(folder, self.access_key.clone()).await?,
            None => {
                let keys = Keys::new(None);
                let state = State::new(keys.resource_id.clone());
                (keys, state)
            }
        };
        let settings = Settings {
            access_key: self.access_key.clone().unwrap_or(keys.access_key),
            entra_token: self.entra_token.clone().unwrap_or_else(|| ENTRA_TOKEN.to_owned()),
            token_lifetime: self.token_lifetime,
            token_secret: keys.token_secret,
            scheme,
            idle_timeout: self.idle_timeout,
        };
        Ok(Service::new(settings, state))
    }
}

/// Shows no key and no token.
impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("token_lifetime", &self.token_lifetime)
            .field("idle_timeout", &self.idle_timeout)
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}
