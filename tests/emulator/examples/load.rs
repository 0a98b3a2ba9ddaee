//! Measures emulators under load: `load PROGRAM...` starts each program and prints a table.
//!
//! Client and emulator share the machine, so requests a second depend on what else it does. The
//! processor time of the emulator for each request hardly does.

use http_body_util::{BodyExt, Full};
use hyper::{
    Request,
    body::Bytes,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::{
    env,
    error::Error,
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{net::TcpStream, task::JoinSet};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const ROUNDS: usize = 3;
const TEXT: &str = "The build is green again, and the release can go out on Thursday as planned.";

#[tokio::main]
async fn main() -> Result<()> {
    let programs: Vec<String> = env::args().skip(1).collect();
    println!(
        "{:<34} {:<10} {:>9} {:>9} {:>9} {:>12}",
        "load", "program", "a second", "p50 ms", "p99 ms", "µs processor"
    );
    for load in LOADS {
        // The best of some rounds counts: what else the machine does only makes them slower. The
        // programs take turns, so that it slows all of them down.
        let mut measured: Vec<Vec<Measured>> = programs.iter().map(|_| Vec::new()).collect();
        for _ in 0..ROUNDS {
            for (program, rounds) in programs.iter().zip(&mut measured) {
                rounds.push(load.run(&Emulator::start(program)?).await?);
            }
        }
        for (number, rounds) in measured.iter().enumerate() {
            let best = |measure: fn(&Measured) -> f64| {
                rounds.iter().map(measure).min_by(f64::total_cmp).unwrap_or_default()
            };
            println!(
                "{:<34} {:<10} {:>9.0} {:>9.2} {:>9.2} {:>12.0}",
                load.name,
                number + 1,
                1.0 / best(|it| it.seconds_each),
                best(|it| it.median * 1e3),
                best(|it| it.p99 * 1e3),
                best(|it| it.processor * 1e6),
            );
        }
    }
    for (number, program) in programs.iter().enumerate() {
        let bytes = memory_of_a_message(&Emulator::start(program)?).await?;
        println!("{:<34} {:<10} {bytes:>9.0} bytes", "memory of a message", number + 1);
    }
    Ok(())
}

/// So many connections, each of which waits for the response before it sends the next request.
struct Load {
    name: &'static str,
    connections: usize,
    requests: usize,
    threads: usize,
    lists: bool,
}

const LOADS: [Load; 4] = [
    Load {
        name: "sends into 1 thread",
        connections: 32,
        requests: 40_000,
        threads: 1,
        lists: false,
    },
    Load {
        name: "sends into 1,000 threads",
        connections: 32,
        requests: 40_000,
        threads: 1000,
        lists: false,
    },
    Load {
        name: "sends on 2,000 connections",
        connections: 2000,
        requests: 40_000,
        threads: 1,
        lists: false,
    },
    Load {
        name: "lists of 100 messages",
        connections: 32,
        requests: 8000,
        threads: 1,
        lists: true,
    },
];

/// In seconds.
struct Measured {
    seconds_each: f64,
    median: f64,
    p99: f64,
    processor: f64,
}

impl Load {
    async fn run(&self, emulator: &Emulator) -> Result<Measured> {
        let mut client = emulator.connect().await?;
        let token = client.token().await?;
        let mut targets = Vec::new();
        for _ in 0..self.threads {
            targets.push(client.thread(&token).await?);
        }
        if self.lists {
            send(emulator.connect_all(8).await?, &targets, &token, 400).await?;
            targets = vec![format!("{}&maxPageSize=100", targets[0])];
        }
        let clients = emulator.connect_all(self.connections).await?;
        let (start, before) = (Instant::now(), emulator.processor_time()?);
        let mut times = match self.lists {
            false => send(clients, &targets, &token, self.requests).await?,
            true => list(clients, &targets[0], &token, self.requests).await?,
        };
        let (elapsed, processor) = (start.elapsed(), emulator.processor_time()? - before);
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64();
        #[allow(clippy::cast_precision_loss, reason = "there are some thousand requests")]
        let count = times.len() as f64;
        Ok(Measured {
            seconds_each: elapsed.as_secs_f64() / count,
            median: at(50),
            p99: at(99),
            processor: processor.as_secs_f64() / count,
        })
    }
}

async fn send(
    clients: Vec<Client>,
    targets: &[String],
    token: &str,
    requests: usize,
) -> Result<Vec<Duration>> {
    let body = Bytes::from(json!({ "content": TEXT, "senderDisplayName": "Jane" }).to_string());
    exchange(clients, "POST", targets, token, &body, requests).await
}

async fn list(
    clients: Vec<Client>,
    target: &str,
    token: &str,
    requests: usize,
) -> Result<Vec<Duration>> {
    let targets = [target.to_owned()];
    exchange(clients, "GET", &targets, token, &Bytes::new(), requests).await
}

/// Makes the requests, and returns how long each took.
async fn exchange(
    clients: Vec<Client>,
    method: &'static str,
    targets: &[String],
    token: &str,
    body: &Bytes,
    requests: usize,
) -> Result<Vec<Duration>> {
    let left = Arc::new(AtomicUsize::new(requests));
    let targets: Arc<[String]> = targets.into();
    let mut tasks = JoinSet::new();
    for mut client in clients {
        let (left, targets, token, body) =
            (left.clone(), targets.clone(), token.to_owned(), body.clone());
        tasks.spawn(async move {
            let mut times = Vec::new();
            let one_less = |left: usize| left.checked_sub(1);
            while let Ok(number) = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less)
            {
                let start = Instant::now();
                client.call(method, &targets[number % targets.len()], &token, &body).await?;
                times.push(start.elapsed());
            }
            Ok::<_, Box<dyn Error + Send + Sync>>(times)
        });
    }
    let mut times = Vec::new();
    while let Some(task) = tasks.join_next().await {
        times.extend(task??);
    }
    Ok(times)
}

/// The request log is full before the first look, so that only messages make the difference.
async fn memory_of_a_message(emulator: &Emulator) -> Result<f64> {
    const MESSAGES: u32 = 40_000;
    let mut client = emulator.connect().await?;
    let token = client.token().await?;
    let targets = [client.thread(&token).await?];
    let mut sizes = Vec::new();
    for _ in 0..2 {
        let clients = emulator.connect_all(8).await?;
        send(clients, &targets, &token, usize::try_from(MESSAGES)?).await?;
        sizes.push(emulator.memory()?);
    }
    Ok((sizes[1] - sizes[0]) / f64::from(MESSAGES))
}

/// An emulator in a process of its own.
struct Emulator {
    child: Child,
    address: String,
}

impl Emulator {
    fn start(program: &str) -> Result<Self> {
        let mut command = Command::new(program);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().ok_or("no output")?).read_line(&mut line)?;
        let endpoint = line.strip_prefix("endpoint=http://").and_then(|line| line.split_once('/'));
        let (address, _) = endpoint.ok_or("no connection string")?;
        Ok(Self { child, address: address.to_owned() })
    }

    async fn connect(&self) -> Result<Client> {
        let stream = TcpStream::connect(&self.address).await?;
        stream.set_nodelay(true)?;
        let (requests, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Client { requests, host: self.address.clone() })
    }

    async fn connect_all(&self, count: usize) -> Result<Vec<Client>> {
        let mut clients = Vec::new();
        for _ in 0..count {
            clients.push(self.connect().await?);
        }
        Ok(clients)
    }

    /// User and system time so far.
    fn processor_time(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let (_, after_name) = stat.rsplit_once(") ").ok_or("no name")?;
        let fields: Vec<&str> = after_name.split(' ').collect();
        let ticks: u64 = fields[11].parse::<u64>()? + fields[12].parse::<u64>()?;
        // Linux counts them in hundredths of a second.
        Ok(Duration::from_millis(ticks * 10))
    }

    /// Resident memory in bytes.
    fn memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")).ok_or("no VmRSS")?;
        Ok(kilobytes.trim().parse::<f64>()? * 1024.0)
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One connection.
struct Client {
    requests: SendRequest<Full<Bytes>>,
    host: String,
}

impl Client {
    async fn call(
        &mut self,
        method: &str,
        target: &str,
        token: &str,
        body: &Bytes,
    ) -> Result<Bytes> {
        let mut request = Request::builder()
            .method(method)
            .uri(target)
            .header("host", &self.host)
            .header("authorization", format!("Bearer {token}"));
        if !body.is_empty() {
            request = request.header("content-type", "application/json");
        }
        self.requests.ready().await?;
        let response = self.requests.send_request(request.body(Full::new(body.clone()))?).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        match status.is_success() {
            true => Ok(body),
            false => Err(format!("{method} {target}: {status}").into()),
        }
    }

    async fn token(&mut self) -> Result<String> {
        let body = Bytes::from(json!({ "createTokenWithScopes": ["chat"] }).to_string());
        let target = "/identities?api-version=2026-09-23";
        let created = self.call("POST", target, "entra-test-token", &body).await?;
        let created: Value = serde_json::from_slice(&created)?;
        Ok(created["accessToken"]["token"].as_str().ok_or("no token")?.to_owned())
    }

    /// A new thread: the target of its messages.
    async fn thread(&mut self, token: &str) -> Result<String> {
        let body = Bytes::from(json!({ "topic": "Load" }).to_string());
        let target = "/chat/threads?api-version=2025-03-15";
        let created = self.call("POST", target, token, &body).await?;
        let created: Value = serde_json::from_slice(&created)?;
        let id = created["chatThread"]["id"].as_str().ok_or("no thread")?;
        Ok(format!("/chat/threads/{id}/messages?api-version=2025-03-15"))
    }
}
