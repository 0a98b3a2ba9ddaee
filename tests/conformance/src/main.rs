//! Calls the mock server of Spector with the generated crates: `runner [PART OF A FILE'S NAME]`.
//! Prints a line of JSON for each call.
#![recursion_limit = "512"]

mod cases;
mod prelude;

#[tokio::main]
async fn main() {
    // A panic fails its call, whose line tells it.
    std::panic::set_hook(Box::new(|_| {}));
    let mut report = prelude::Report::default();
    report.only = std::env::args().nth(1);
    cases::all(&mut report).await;
    for row in &report.rows {
        println!("{}", serde_json::to_string(row).unwrap());
    }
}
