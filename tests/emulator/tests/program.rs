//! The emulator as a program: its options, its output and its end.

mod support;

use acs_chat_emulator::{ENTRA_TOKEN, Subscription};
use reqwest::{Certificate, Client};
use std::{fs, path::PathBuf, process::Stdio, time::Duration};
use support::{client, seen, webhook::Webhook};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, BufReader, Lines},
    net::TcpListener,
    process::{Child, ChildStderr, Command},
    time::{sleep, timeout},
};

const KEY: &str = "c2VjcmV0IGtleSBmb3IgdGVzdHM=";
/// Longer than anything here takes, shorter than anybody would wait.
const PATIENCE: Duration = Duration::from_secs(20);

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acs-chat-emulator"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

/// A running emulator, which ends with the test.
struct Program {
    child: Child,
    connection_string: String,
    errors: Lines<BufReader<ChildStderr>>,
}

impl Program {
    async fn start(arguments: &[&str]) -> Self {
        let mut child = command(arguments).spawn().unwrap();
        let connection_string = first_line(child.stdout.as_mut().unwrap()).await;
        let errors = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, connection_string, errors }
    }

    fn endpoint(&self) -> &str {
        let endpoint = self.connection_string.strip_prefix("endpoint=").unwrap();
        endpoint.split_once("/;accesskey=").unwrap().0
    }

    fn port(&self) -> &str {
        self.endpoint().rsplit_once(':').unwrap().1
    }

    async fn create_user(&self, http: &Client) -> u16 {
        let url = format!("{}/identities?api-version=2026-09-23", self.endpoint());
        seen(http.post(url).bearer_auth(ENTRA_TOKEN)).await.status
    }

    /// Reads standard error up to a line that has all of these words.
    async fn error_line(&mut self, words: &[&str]) -> String {
        let line = async {
            loop {
                let line = self.errors.next_line().await.unwrap().expect("more lines");
                if words.iter().all(|word| line.contains(word)) {
                    return line;
                }
            }
        };
        timeout(PATIENCE, line).await.unwrap_or_else(|_| panic!("no line has {words:?}"))
    }

    #[cfg(unix)]
    async fn signal(&self, name: &str) {
        let pid = self.child.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().await.unwrap().success());
    }

    /// The exit code, once the program has ended by itself.
    async fn exit_code(&mut self) -> Option<i32> {
        timeout(PATIENCE, self.child.wait()).await.expect("the program ends").unwrap().code()
    }
}

async fn first_line(output: impl AsyncRead + Unpin) -> String {
    let mut line = String::new();
    let mut output = BufReader::new(output);
    timeout(PATIENCE, output.read_line(&mut line)).await.expect("a line").unwrap();
    line.trim_end().to_owned()
}

/// Runs a program that cannot start, and returns what it says.
async fn refused(arguments: &[&str]) -> String {
    let output = timeout(PATIENCE, command(arguments).output()).await.expect("it ends").unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// A folder that does not exist yet, and is removed after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("acs-chat-emulator-{}-{name}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn text(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn it_prints_the_connection_string_first_and_serves() {
    let program = Program::start(&[]).await;
    let http = client(&[]);
    assert_eq!(program.create_user(&http).await, 201);
    assert_eq!(seen(http.get(format!("{}/health", program.endpoint()))).await.status, 200);
}

#[tokio::test]
async fn an_access_key_is_the_same_after_every_start() {
    for _ in 0..2 {
        let program = Program::start(&["--access-key", KEY]).await;
        assert!(program.connection_string.ends_with(&format!(";accesskey={KEY}")));
    }
    let message = refused(&["--access-key", "not base64"]).await;
    assert_eq!(message, "acs-chat-emulator: the value of --access-key is not base64\n");
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let program = Program::start(&[]).await;
    let message = refused(&["--port", program.port()]).await;
    assert!(message.contains(&format!("port {} is taken", program.port())), "{message}");
    assert!(message.contains("--port"), "it says what to do: {message}");
}

#[tokio::test]
async fn it_listens_on_the_host_and_prints_an_address_that_clients_can_use() {
    for (host, printed) in [("0.0.0.0", "http://127.0.0.1:"), ("127.0.0.2", "http://127.0.0.2:")] {
        let program = Program::start(&["--host", host]).await;
        assert!(program.endpoint().starts_with(printed), "{}", program.endpoint());
        assert_eq!(program.create_user(&client(&[])).await, 201);
    }
}

#[tokio::test]
async fn an_authority_is_trusted_after_every_start_with_its_folder() {
    let folder = Folder::new("tls");
    let mut trusted = Vec::new();
    for _ in 0..2 {
        let program = Program::start(&["--tls", folder.text()]).await;
        trusted.push(fs::read(folder.0.join("ca.pem")).unwrap());
        let http = client(&[Certificate::from_pem(&trusted[0]).unwrap()]);
        assert!(program.endpoint().starts_with("https://"));
        assert_eq!(program.create_user(&http).await, 201);
    }
    assert_eq!(trusted[0], trusted[1]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let key = fs::metadata(folder.0.join("ca.key")).unwrap();
        assert_eq!(key.permissions().mode() & 0o777, 0o600, "nobody else reads the key");
    }

    fs::remove_file(folder.0.join("ca.key")).unwrap();
    let message = refused(&["--tls", folder.text()]).await;
    assert!(message.contains("ca.key is missing"), "{message}");
    assert_eq!(fs::read(folder.0.join("ca.pem")).unwrap(), trusted[0], "nothing is overwritten");
}

#[tokio::test]
async fn the_log_has_a_line_for_each_request_without_secrets() {
    let mut program = Program::start(&["--log", "--access-key", KEY]).await;
    let http = client(&[]);
    assert_eq!(program.create_user(&http).await, 201);
    let url = format!("{}/chat/threads?api-version=2025-03-15", program.endpoint());
    assert_eq!(seen(http.get(&url).bearer_auth("secret-token")).await.status, 401);

    program.error_line(&["POST /identities?api-version=2026-09-23 201 ("]).await;
    let refused = program.error_line(&["GET /chat/threads?", " 401: "]).await;
    assert!(refused.contains("not one of this resource"), "it says why: {refused}");

    program.child.kill().await.unwrap();
    let mut rest = String::new();
    program.errors.into_inner().read_to_string(&mut rest).await.unwrap();
    for secret in ["secret-token", ENTRA_TOKEN, KEY] {
        assert!(!refused.contains(secret) && !rest.contains(secret));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_signal_ends_it_in_order() {
    for name in ["INT", "TERM"] {
        let mut program = Program::start(&["--log"]).await;
        let http = client(&[]);
        let fault = r#"{"fault": {"kind": "delay", "milliseconds": 400}}"#;
        let url = format!("{}/__emulator/faults", program.endpoint());
        assert_eq!(seen(http.post(url).body(fault)).await.status, 204);
        // A page that is open does not keep the program alive.
        let url = format!("{}/__emulator/events", program.endpoint());
        let mut page = http.get(url).send().await.unwrap();
        assert!(page.chunk().await.unwrap().is_some());

        let slow = {
            let url = format!("{}/identities?api-version=2026-09-23", program.endpoint());
            tokio::spawn(http.post(url).bearer_auth(ENTRA_TOKEN).send())
        };
        let url = format!("{}/__emulator/faults", program.endpoint());
        while seen(http.get(&url)).await.text != "[]" {
            tokio::task::yield_now().await;
        }
        program.signal(name).await;
        assert_eq!(slow.await.unwrap().unwrap().status(), 201, "a request is answered to its end");
        assert_eq!(program.exit_code().await, Some(0), "SIG{name}");
    }
}

#[tokio::test]
async fn a_webhook_that_starts_later_is_subscribed_then() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let url = format!("http://{address}/events");
    let arguments = ["--webhook", &url, "--event-schema", "cloud-events"];
    let mut emulator = Program::start(&arguments).await;
    emulator.error_line(&["--webhook", "cannot be reached", "trying again"]).await;
    let _webhook = Webhook::listen(TcpListener::bind(address).await.unwrap());
    let http = client(&[]);
    let list = format!("{}/__emulator/subscriptions", emulator.endpoint());
    let subscribed = async {
        loop {
            let subscriptions = seen(http.get(&list)).await.json();
            if let Some(subscription) = subscriptions.get(0) {
                return subscription.clone();
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    let subscription = timeout(PATIENCE, subscribed).await.expect("a subscription");
    assert_eq!(
        (&subscription["url"], &subscription["schema"]),
        (&url.into(), &"cloudEvents".into())
    );
}

/// The webhooks are subscribed one after the other. So the first would be there twice when the second,
/// a new one at every start, is there.
#[tokio::test]
async fn a_webhook_is_subscribed_once_however_often_the_program_starts() {
    let (folder, webhook, http) = (Folder::new("webhook"), Webhook::start().await, client(&[]));
    for start in 1..=3 {
        let new = Webhook::start().await;
        let arguments = ["--data", folder.text(), "--webhook", &webhook.url, "--webhook", &new.url];
        let emulator = Program::start(&arguments).await;
        let list = format!("{}/__emulator/subscriptions", emulator.endpoint());
        let subscribed = async {
            loop {
                let subscriptions: Vec<Subscription> =
                    serde_json::from_str(&seen(http.get(&list)).await.text).unwrap();
                if subscriptions.iter().any(|it| it.url == new.url) {
                    return subscriptions;
                }
                sleep(Duration::from_millis(20)).await;
            }
        };
        let subscriptions = timeout(PATIENCE, subscribed).await.expect("the new subscription");
        let ids: Vec<u64> = subscriptions.iter().map(|it| it.id).collect();
        assert_eq!(ids, (1..=start + 1).collect::<Vec<u64>>());
    }
}

#[tokio::test]
async fn a_webhook_that_can_never_work_ends_the_program() {
    let output = command(&["--webhook", "https://localhost/events"]).output().await.unwrap();
    assert!(!output.status.success());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.contains("the URL has to begin with http://"), "{errors}");
}
