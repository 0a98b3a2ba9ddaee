//! The cost of a call compared with hand-written reqwest code.
//!
//! `bench serve` answers requests; `bench ours|raw get|post|list20|list100 ADDRESS COUNT` makes
//! them. `run` counts the instructions of both, and prints their ratio.

mod ours;
mod raw;
mod server;

use std::error::Error;

/// The calls that are compared.
#[derive(Clone, Copy)]
pub enum Call {
    Get,
    Post,
    /// All messages of a list with so many in a page.
    List(usize),
}

/// A JWT that says it is good until 2100.
pub const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQxMDI0NDQ4MDB9.c2VjcmV0";

pub const THREAD: &str = "19:uni01_bench@thread.v2";

/// How many pages the lists of the server have.
pub const PAGES: usize = 5;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["serve"] => server::serve().await,
        [client, call, address, count] => {
            let call = match call {
                "get" => Call::Get,
                "post" => Call::Post,
                "list20" => Call::List(20),
                "list100" => Call::List(100),
                _ => return Err(format!("no call {call:?}").into()),
            };
            let count = count.parse()?;
            let seen = match client {
                "ours" => ours::run(call, address, count).await?,
                "raw" => raw::run(call, address, count).await?,
                _ => return Err(format!("no client {client:?}").into()),
            };
            println!("{seen}");
            Ok(())
        }
        _ => {
            Err("usage: bench serve, or bench ours|raw get|post|list20|list100 ADDRESS COUNT"
                .into())
        }
    }
}
