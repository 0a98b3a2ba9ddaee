//! Pages that are requested before they are needed.

use super::{ids, pages, rest};
use crate::tests::{
    sample::{Message, ThreadClient, options},
    server::{Server, skip_request},
};
use futures::{StreamExt, TryStreamExt};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    sync::mpsc,
    time::timeout,
};

/// A timeout that no test reaches.
const LONG: Duration = Duration::from_secs(60);

/// A server that returns the first page, and never the second. It reports when the second page is
/// requested, and when the client closes the connection.
async fn stuck() -> (String, mpsc::UnboundedReceiver<&'static str>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = mpsc::unbounded_channel();
    let page =
        format!(r#"{{"value":[{},{}],"nextLink":"{base}/2"}}"#, Message::json(0), Message::json(1));
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        skip_request(&mut stream).await;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", page.len());
        stream.write_all((head + &page).as_bytes()).await.unwrap();
        skip_request(&mut stream).await;
        sender.send("requested").unwrap();
        stream.read_u8().await.unwrap_err();
        sender.send("cancelled").ok();
    });
    (base, receiver)
}

#[tokio::test]
async fn prefetch_asks_for_one_page_ahead() {
    let (base, mut reports) = stuck().await;
    let thread = ThreadClient::new(&base, "t", options()).unwrap();
    let mut items = thread.list_messages().prefetch().items();
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "0");
    // The prefetch runs although nothing polls the items.
    assert_eq!(timeout(LONG, reports.recv()).await.unwrap(), Some("requested"));
    assert_eq!(items.try_next().await.unwrap().unwrap().id, "1");

    let server = Server::start(pages(3)).await;
    assert_eq!(rest(server.thread().list_messages().prefetch().items()).await, ids(0..9));
    assert_eq!(server.seen().len(), 3);
    let pages = server.thread().list_messages().prefetch().pages();
    assert_eq!(pages.map(|page| page.unwrap().len()).collect::<Vec<_>>().await, [3, 3, 3]);
}

#[tokio::test]
async fn dropping_a_stream_cancels_its_prefetch() {
    let (base, mut reports) = stuck().await;
    let thread = ThreadClient::new(&base, "t", options()).unwrap();
    let mut items = thread.list_messages().prefetch().items();
    items.try_next().await.unwrap().unwrap();
    assert_eq!(timeout(LONG, reports.recv()).await.unwrap(), Some("requested"));
    let place = items.continuation().clone();
    drop(items);
    assert_eq!(timeout(LONG, reports.recv()).await.unwrap(), Some("cancelled"));
    assert_eq!(place.to_string().split(' ').next(), Some("1"), "what was not read is not lost");
}
