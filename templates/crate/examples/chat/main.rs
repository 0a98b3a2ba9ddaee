//! A chat in the terminal.
//!
//! `cargo run --example chat` needs no Azure account: it starts an emulator in this process, and a
//! second user who answers. To talk to a person, run `cargo run --example chat -- join` in another
//! terminal. With `COMMUNICATION_CONNECTION_STRING`, both use a Communication Services resource.

mod app;
mod echo;
mod person;
mod room;
mod screen;

use acs_chat::{identity::CommunicationIdentityClient, models::ChatParticipant};
use acs_chat_emulator::Emulator;
use app::App;
use person::Person;
use std::{env, error::Error, fs, path::PathBuf};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    match env::args().nth(1).as_deref() {
        None => {
            let emulator = Emulator::start().await?;
            App::new(invite(&emulator.connection_string()).await?).run().await
        }
        Some("join") => App::new(join()?).run().await,
        Some(_) => Err("usage: chat [join]".into()),
    }
}

/// Creates the users and their threads. Returns the user of this terminal.
async fn invite(emulator: &str) -> Result<Person, Box<dyn Error>> {
    let identity = identity(emulator)?;
    let ann = Person::new(&identity, "Ann").await?;
    let bob = Person::new(&identity, "Bob").await?;
    let echo = Person::new(&identity, "Echo").await?;
    for (topic, other) in [("Talk to Bob", &bob), ("Talk to Echo", &echo)] {
        let participants = [&ann, other]
            .map(|it| ChatParticipant::new(it.id.clone()).display_name(it.name.as_str()));
        ann.chat.create_chat_thread(topic).participants(participants).await?;
    }
    fs::write(invitation(), format!("{}\n{emulator}", bob.id.raw_id()))?;
    tokio::spawn(echo::answer(echo));
    Ok(ann)
}

/// Returns the user of the second terminal.
fn join() -> Result<Person, Box<dyn Error>> {
    let invitation = fs::read_to_string(invitation())?;
    let (bob, emulator) = invitation.split_once('\n').ok_or("the invitation is incomplete")?;
    Ok(Person::known(&identity(emulator)?, "Bob", bob)?)
}

/// The file that tells the second terminal about the user and the emulator of the first.
fn invitation() -> PathBuf {
    env::temp_dir().join("acs-chat-invitation")
}

fn identity(emulator: &str) -> azure_core::Result<CommunicationIdentityClient> {
    let connection_string = env::var("COMMUNICATION_CONNECTION_STRING");
    let connection_string = connection_string.as_deref().unwrap_or(emulator);
    CommunicationIdentityClient::from_connection_string(connection_string, None)
}
