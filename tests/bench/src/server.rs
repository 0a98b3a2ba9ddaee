//! A server that answers from memory, so that most of the cost is the client's.

use crate::{PAGES, Result, THREAD};
use serde_json::{Value, json};
use std::collections::HashMap;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::OnceCell,
};

/// Answers until it is ended. The first line on standard output is the address.
pub async fn serve() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(async move { drop(connection(stream).await) });
    }
}

async fn connection(stream: TcpStream) -> Result<()> {
    stream.set_nodelay(true)?;
    let address = stream.local_addr()?.to_string();
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let target = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let is_post = line.starts_with("POST");
        let mut length = 0;
        loop {
            let mut header = String::new();
            stream.read_line(&mut header).await?;
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
        }
        stream.read_exact(&mut vec![0; length]).await?;
        let answer = answer(&address, &target, is_post).await;
        stream.get_mut().write_all(&answer).await?;
    }
}

/// The answer to a request, made once for each target.
async fn answer(address: &str, target: &str, is_post: bool) -> Vec<u8> {
    static PAGES_BY_SIZE: OnceCell<HashMap<(usize, usize), Vec<u8>>> = OnceCell::const_new();
    if is_post {
        return response(201, &json!({"id": "1743494400123"}));
    }
    let parameter = |name: &str| {
        let (_, rest) = target.split_once(&format!("{name}="))?;
        rest.split('&').next()?.parse::<usize>().ok()
    };
    let Some(size) = parameter("maxPageSize") else { return response(200, &message(0)) };
    let pages = PAGES_BY_SIZE.get_or_init(|| async { pages(address) }).await;
    pages[&(size, parameter("page").unwrap_or_default())].clone()
}

fn pages(address: &str) -> HashMap<(usize, usize), Vec<u8>> {
    let mut pages = HashMap::new();
    for size in [20, 100] {
        for page in 0..PAGES {
            let mut body = json!({"value": (0..size).map(message).collect::<Vec<_>>()});
            if page + 1 < PAGES {
                let link = format!(
                    "http://{address}/chat/threads/{THREAD}/messages?maxPageSize={size}&page={}\
                     &syncState=3e2b&api-version=2025-03-15",
                    page + 1
                );
                body["nextLink"] = link.into();
            }
            pages.insert((size, page), response(200, &body));
        }
    }
    pages
}

fn message(number: usize) -> Value {
    let user = "8:acs:2dee53b4-368b-45b4-ab52-8493fb117652_00000005-14a2-493b-8a72-5a3a0d000081";
    json!({
        "id": format!("17434944{number:05}"),
        "type": "text",
        "sequenceId": number.to_string(),
        "version": format!("17434944{number:05}"),
        "content": {"message": "The build is green again, and the release can go out."},
        "senderDisplayName": "Jane",
        "createdOn": "2026-04-01T08:00:00Z",
        "senderCommunicationIdentifier": {"rawId": user, "communicationUser": {"id": user}},
    })
}

fn response(status: u16, body: &Value) -> Vec<u8> {
    let body = body.to_string();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body.as_bytes()].concat()
}
