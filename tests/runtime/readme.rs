//! The emulator's README and its example of a test.

use acs_chat::{
    ChatClient, CommunicationTokenCredential,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
};
use acs_chat_emulator::{Emulator, Fault, Rule};

#[tokio::test]
async fn a_call_is_retried_after_429() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::start().await?;
    let identity =
        CommunicationIdentityClient::from_connection_string(&emulator.connection_string(), None)?;
    let (_, token) =
        identity.create_user_and_token([CommunicationIdentityTokenScope::Chat]).await?;
    let credential = CommunicationTokenCredential::new(token.token)?;
    let chat = ChatClient::new(&emulator.endpoint(), credential, None)?;
    let busy = Rule::new(Fault::too_many_requests("0"));
    emulator.faults().inject(busy.on("POST", "/chat/threads").times(1));
    chat.create_chat_thread("topic").await?;
    let created = emulator.requests();
    let created = created.iter().filter(|request| request.target.starts_with("/chat/threads?"));
    assert_eq!(created.count(), 2, "once busy, once not");
    assert!(emulator.violations().is_empty());
    Ok(())
}

#[test]
fn the_readme_of_the_emulator_shows_the_test_above() {
    let (_, this) = include_str!("readme.rs").split_once("\n\n").expect("an introduction");
    let (example, _) = this.split_once("\n\n#[test]").expect("this test");
    assert!(include_str!("../emulator/README.md").contains(&format!("```rust\n{example}\n```")));
}
