//! Connections. The emulator accepts them itself, because it has to be able to cut them.

use crate::faults::ConnectionCut;
use axum::{Router, body::Body, extract::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::time::Duration;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// Serves until it is dropped, and its connections with it.
pub(crate) async fn serve(listener: TcpListener, tls: Option<TlsAcceptor>, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, tls.clone(), router.clone()));
                }
                // Out of file descriptors, as a rule: some will be free again.
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            },
            // Takes the finished ones out of the set.
            Some(_) = connections.join_next() => {}
        }
    }
}

/// A connection that fails has nobody to tell but its client, who knows.
async fn connection(stream: TcpStream, tls: Option<TlsAcceptor>, router: Router) {
    let _ = stream.set_nodelay(true);
    match tls {
        None => exchange(stream, router).await,
        Some(tls) => {
            if let Ok(stream) = tls.accept(stream).await {
                exchange(stream, router).await;
            }
        }
    }
}

async fn exchange(stream: impl AsyncRead + AsyncWrite + Unpin, router: Router) {
    let service = service_fn(|request: Request<Incoming>| {
        let router = router.clone();
        async move {
            let Ok(response) = router.oneshot(request.map(Body::new)).await;
            match response.extensions().get::<ConnectionCut>() {
                Some(cut) => Err(*cut),
                None => Ok(response),
            }
        }
    });
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}
