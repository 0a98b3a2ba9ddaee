//! Connections that keep the emulator waiting, and requests that are too large.

mod support;

use acs_chat_emulator::{ENTRA_TOKEN, Emulator, Fault, Rule};
use serde_json::json;
use std::time::Duration;
use support::{World, client, program, seen};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::Command,
    time::{sleep, timeout},
};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);

async fn connect(endpoint: &str) -> TcpStream {
    TcpStream::connect(endpoint.strip_prefix("http://").unwrap()).await.unwrap()
}

/// Reads until the emulator closes the connection.
async fn read_to_end(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // An unread rest of a request makes an error of the end.
    let _ = timeout(PATIENCE, stream.read_to_end(&mut bytes)).await.expect("the end");
    String::from_utf8(bytes).unwrap()
}

/// Reads the next bytes that arrive.
async fn read_some(stream: &mut TcpStream) -> String {
    let mut bytes = [0; 4096];
    let length = timeout(PATIENCE, stream.read(&mut bytes)).await.expect("an answer").unwrap();
    String::from_utf8(bytes[..length].to_vec()).unwrap()
}

fn post(headers: &str) -> String {
    format!(
        "POST /identities?api-version=2026-09-23 HTTP/1.1\r\nhost: localhost\r\n\
         authorization: Bearer {ENTRA_TOKEN}\r\ncontent-type: application/json\r\n{headers}\r\n"
    )
}

#[tokio::test]
async fn connections_that_wait_for_nothing_are_closed() {
    let builder = Emulator::builder().idle_timeout(Duration::from_millis(200));
    let emulator = builder.start().await.unwrap();
    let cases = [
        (String::new(), ""),
        ("GET / HT".to_owned(), ""),
        (post("content-length: 10\r\n") + "{", "HTTP/1.1 408 "),
        (post("content-length: 0\r\n"), "HTTP/1.1 201 "),
    ];
    for (sent, expected) in cases {
        let mut stream = connect(&emulator.endpoint()).await;
        stream.write_all(sent.as_bytes()).await.unwrap();
        let answer = read_to_end(&mut stream).await;
        assert!(
            answer.starts_with(expected) && answer.is_empty() == expected.is_empty(),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn a_header_that_trickles_in_does_not_hold_a_connection() {
    let builder = Emulator::builder().idle_timeout(Duration::from_millis(200));
    let emulator = builder.start().await.unwrap();
    let (mut reader, mut writer) = connect(&emulator.endpoint()).await.into_split();
    let trickle = async {
        while writer.write_all(b"x").await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    let closed = async {
        let mut bytes = Vec::new();
        let _ = reader.read_to_end(&mut bytes).await;
    };
    let either = async {
        tokio::select! {
            () = trickle => {}
            () = closed => {}
        }
    };
    timeout(PATIENCE, either).await.expect("the emulator closes the connection");
}

/// 40 file descriptors are fewer than the connections that do nothing.
#[cfg(unix)]
#[tokio::test]
async fn idle_connections_make_room_when_file_descriptors_run_out() {
    let mut command = Command::new("sh");
    let start = "ulimit -n 40; exec \"$0\"";
    command.args(["-c", start, env!("CARGO_BIN_EXE_acs-chat-emulator")]);
    let (_emulator, endpoint) = program(command).await;
    for sent in ["", "GET / HT"] {
        let mut idle = Vec::new();
        for _ in 0..100 {
            let mut stream = connect(&endpoint).await;
            stream.write_all(sent.as_bytes()).await.unwrap();
            idle.push(stream);
        }
        let url = format!("{endpoint}/identities?api-version=2026-09-23");
        let create = seen(client(&[]).post(url).bearer_auth(ENTRA_TOKEN));
        let created = timeout(PATIENCE, create).await.expect("there is room");
        assert_eq!(created.status, 201);
    }
}

/// A stopped program accepts nothing, so the system queues the connections. It drops those beyond the
/// queue, and their clients try again after a second.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_burst_of_connections_beyond_the_queue_is_served() {
    const NAME: &str = "a_burst_of_connections_beyond_the_queue_is_served";
    const BURST: usize = 4_500;
    // The burst needs more file descriptors than a process gets by default, so the test runs itself
    // again with as many as it can have.
    if std::env::var_os("BURST").is_none() {
        let mut again = Command::new("sh");
        again.args(["-c", "ulimit -n $(ulimit -Hn); exec \"$0\" --exact \"$1\""]);
        again.arg(std::env::current_exe().unwrap()).arg(NAME).env("BURST", "");
        let output = again.output().await.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        return;
    }
    let (emulator, endpoint) = program(Command::new(env!("CARGO_BIN_EXE_acs-chat-emulator"))).await;
    let signal = async |name: &str| {
        let process = emulator.id().unwrap().to_string();
        assert!(
            Command::new("kill").args(["-s", name, &process]).status().await.unwrap().success()
        );
    };
    signal("STOP").await;
    let (sender, mut connected) = tokio::sync::mpsc::unbounded_channel();
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..BURST {
        let (endpoint, sender) = (endpoint.clone(), sender.clone());
        clients.spawn(async move {
            let mut stream = connect(&endpoint).await;
            sender.send(()).unwrap();
            stream.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
            assert!(read_some(&mut stream).await.starts_with("HTTP/1.1 200 "));
        });
    }
    let queue = std::fs::read_to_string("/proc/sys/net/core/somaxconn").unwrap();
    let queue = queue.trim().parse::<usize>().unwrap().min(4096);
    for _ in 0..queue {
        connected.recv().await.unwrap();
    }
    sleep(Duration::from_millis(300)).await;
    assert!(connected.len() < BURST - queue, "no connection is beyond the queue");
    signal("CONT").await;
    clients.join_all().await;
}

#[tokio::test]
async fn a_client_with_a_body_that_is_too_large_sees_why() {
    let emulator = Emulator::start().await.unwrap();
    let body = vec![b' '; 3 << 20];
    for header in
        [format!("content-length: {}\r\n", body.len()), "transfer-encoding: chunked\r\n".to_owned()]
    {
        let mut stream = connect(&emulator.endpoint()).await;
        stream.write_all(post(&header).as_bytes()).await.unwrap();
        if header.starts_with("transfer") {
            stream.write_all(format!("{:x}\r\n", body.len()).as_bytes()).await.unwrap();
            stream.write_all(&body).await.unwrap();
            stream.write_all(b"\r\n0\r\n\r\n").await.unwrap();
        } else {
            stream.write_all(&body).await.unwrap();
        }
        let answer = read_some(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
        stream.write_all(post("content-length: 0\r\n").as_bytes()).await.unwrap();
        let answer = read_some(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 201 "), "the connection goes on: {answer}");
    }
}

#[tokio::test]
async fn a_client_that_asks_first_need_not_send_a_body_that_is_too_large() {
    let emulator = Emulator::start().await.unwrap();
    let expect =
        |length: usize| post(&format!("content-length: {length}\r\nexpect: 100-continue\r\n"));
    let mut stream = connect(&emulator.endpoint()).await;
    stream.write_all(expect(2 << 20).as_bytes()).await.unwrap();
    let answer = read_to_end(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");

    let mut stream = connect(&emulator.endpoint()).await;
    stream.write_all(expect(2).as_bytes()).await.unwrap();
    assert!(read_some(&mut stream).await.starts_with("HTTP/1.1 100 "));
    stream.write_all(b"{}").await.unwrap();
    assert!(read_some(&mut stream).await.starts_with("HTTP/1.1 201 "));
}

#[tokio::test]
async fn headers_have_a_bound() {
    let emulator = Emulator::start().await.unwrap();
    let mut stream = connect(&emulator.endpoint()).await;
    let header = format!("x-large: {}\r\n", "x".repeat(300_000));
    let _ = stream.write_all(post(&header).as_bytes()).await;
    let answer = read_some(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

#[tokio::test]
async fn a_request_that_is_being_handled_ends_well_when_the_emulator_stops() {
    let mut world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let delay = Rule::new(Fault::Delay { milliseconds: 300 });
    world.emulator.faults().inject(delay.on("POST", "/chat/threads/*/messages"));
    let url = world.url(&format!("{thread}/messages?{}", support::VERSION));
    let request = world.http.post(url).bearer_auth(&ann.token).json(&json!({ "content": "x" }));
    let sent = tokio::spawn(seen(request));
    let taken = async {
        while !world.emulator.faults().pending().is_empty() {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, taken).await.expect("the request arrives");
    world.emulator.stop().await;
    assert_eq!(sent.await.unwrap().status, 201);
}
