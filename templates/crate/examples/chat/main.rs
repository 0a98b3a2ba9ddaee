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
    if env::args().nth(1).as_deref() == Some("join") {
        let invitation = fs::read_to_string(invitation())?;
        let (user_id, connection_string) =
            invitation.split_once('\n').ok_or("the invitation is empty")?;
        let identity = CommunicationIdentityClient::from_connection_string(connection_string, None)?;
        return App::new(Person::known(&identity, "Bob", user_id)?).run().await;
    }

    let emulator = Emulator::start().await?;
    let connection_string = env::var("COMMUNICATION_CONNECTION_STRING")
        .unwrap_or_else(|_| emulator.connection_string());
    let identity = CommunicationIdentityClient::from_connection_string(&connection_string, None)?;
    let ann = Person::new(&identity, "Ann").await?;
    let bob = Person::new(&identity, "Bob").await?;
    let echo = Person::new(&identity, "Echo").await?;
    for (topic, other) in [("Talk to Bob", &bob), ("Talk to Echo", &echo)] {
        let participant = ChatParticipant::new(other.id.clone()).display_name(&other.name);
        ann.chat.create_chat_thread(topic).participants([participant]).await?;
    }
    fs::write(invitation(), format!("{}\n{connection_string}", bob.id.raw_id()))?;
    tokio::spawn(echo::answer(echo));
    App::new(ann).run().await
}

/// The file from which the second terminal knows the user and the emulator of the first.
fn invitation() -> PathBuf {
    env::temp_dir().join("acs-chat-invitation")
}
