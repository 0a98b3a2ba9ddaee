//! Connections: accepting them, closing those that keep the emulator waiting, and cutting them when
//! a fault asks for it.

use crate::faults::ConnectionCut;
use axum::{Router, body::Body, extract::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    io,
    net::SocketAddr,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::{sleep, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// The bytes of headers that a request may have.
const HEADER_LIMIT: usize = 64 << 10;

/// The connections that are served at once. Further ones wait until another is closed.
const CONNECTIONS: usize = 10_000;

/// The connections that may wait until they are accepted. A client beyond them tries again only after
/// a second. Linux allows 4096 by default.
const BACKLOG: u32 = 4096;

/// How long requests may take that are being handled when the server stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// How long a connection may take to become busy, or to finish its last response, when it has to
/// close.
const GRACE: Duration = Duration::from_millis(500);

/// A listening server. It stops when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    handler: Handler,
    running: Option<Running>,
}

/// Everything that a connection needs.
#[derive(Clone)]
struct Handler {
    tls: Option<TlsAcceptor>,
    router: Router,
    idle_timeout: Duration,
}

struct Running {
    task: JoinHandle<()>,
    stop: watch::Sender<()>,
}

impl Server {
    pub fn start(
        listener: TcpListener,
        tls: Option<TlsAcceptor>,
        router: Router,
        idle_timeout: Duration,
    ) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let handler = Handler { tls, router, idle_timeout };
        let running = Some(Running::start(listener, handler.clone()));
        Ok(Self { address, handler, running })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub async fn stop(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.stop.send_replace(());
            let _ = (&mut running.task).await;
        }
    }

    pub async fn restart(&mut self) -> io::Result<()> {
        self.stop().await;
        let listener = listen(self.address)?;
        self.running = Some(Running::start(listener, self.handler.clone()));
        Ok(())
    }
}

pub(crate) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // Connections of an earlier process may linger. On Windows the option would let two processes
    // have the same port.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

impl Running {
    fn start(listener: TcpListener, handler: Handler) -> Self {
        let (stop, stopped) = watch::channel(());
        Self { task: tokio::spawn(serve(listener, handler, stopped)), stop }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves until it is told to stop, or dropped.
async fn serve(listener: TcpListener, handler: Handler, mut stopped: watch::Receiver<()>) {
    let mut connections = JoinSet::new();
    // The time that idle connections get to become busy.
    let (close_idle, _) = watch::channel(Duration::ZERO);
    loop {
        tokio::select! {
            accepted = listener.accept(), if connections.len() < CONNECTIONS => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, handler.clone(), close_idle.subscribe()));
                    if connections.len() == CONNECTIONS {
                        close_idle.send_replace(GRACE);
                    }
                }
                // The process has no file descriptor left, as a rule. Idle connections make room.
                Err(_) => {
                    close_idle.send_replace(GRACE);
                    sleep(Duration::from_millis(20)).await;
                }
            },
            // Takes the finished connections out of the set.
            Some(_) = connections.join_next() => {}
            _ = stopped.changed() => break,
        }
    }
    drop(listener);
    close_idle.send_replace(Duration::ZERO);
    let all_closed = async { while connections.join_next().await.is_some() {} };
    let _ = timeout(FAREWELL, all_closed).await;
    connections.shutdown().await;
}

/// Serves one connection. Ignores its errors, because its client sees them.
async fn connection(
    stream: TcpStream,
    handler: Handler,
    mut close_idle: watch::Receiver<Duration>,
) {
    let _ = stream.set_nodelay(true);
    let Handler { tls, router, idle_timeout } = handler;
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(idle_timeout));
    let stream = Box::pin(stream);
    match tls {
        None => exchange(stream, router, idle_timeout, close_idle).await,
        Some(tls) => tokio::select! {
            accepted = timeout(idle_timeout, tls.accept(stream)) => {
                if let Ok(Ok(stream)) = accepted {
                    exchange(stream, router, idle_timeout, close_idle).await;
                }
            }
            () = time_to_close(&mut close_idle) => {}
        },
    }
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    router: Router,
    idle_timeout: Duration,
    mut close_idle: watch::Receiver<Duration>,
) {
    let busy = Arc::new(AtomicBool::new(false));
    let service = service_fn(|request: Request<Incoming>| {
        let (router, busy) = (router.clone(), busy.clone());
        async move {
            busy.store(true, Ordering::Relaxed);
            let Ok(response) = router.oneshot(request.map(Body::new)).await;
            busy.store(false, Ordering::Relaxed);
            match response.extensions().get::<ConnectionCut>() {
                Some(cut) => Err(*cut),
                None => Ok(response),
            }
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(idle_timeout)
        .max_buf_size(HEADER_LIMIT)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        () = time_to_close(&mut close_idle) => connection.as_mut().graceful_shutdown(),
    }
    // A request that is being handled runs to its end. Half a request does not.
    loop {
        tokio::select! {
            _ = connection.as_mut() => return,
            () = sleep(GRACE) => if !busy.load(Ordering::Relaxed) { return },
        }
    }
}

/// Waits until idle connections have to close. A client that has just connected gets the time to
/// send its request.
async fn time_to_close(close_idle: &mut watch::Receiver<Duration>) {
    let _ = close_idle.changed().await;
    let grace = *close_idle.borrow();
    sleep(grace).await;
}
