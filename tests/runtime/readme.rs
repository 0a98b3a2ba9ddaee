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

#[test]
fn the_readme_of_the_crate_and_the_guide_list_every_page() {
    let sources = tests::cases::texts(&tests::cases::workspace().join("generated"));
    let pages = sources.keys().filter_map(|path| path.strip_prefix("guide/")?.strip_suffix(".md"));
    for page in pages {
        let link = format!("(https://docs.rs/acs-chat/latest/acs_chat/guide/{page}/index.html)");
        assert!(sources["README.md"].contains(&link), "the README does not list {page}");
        assert!(sources["guide.md"].contains(&format!("(guide::{page})")), "no link to {page}");
    }
}

/// The crate is not on docs.rs yet, so its sources tell which pages there will be.
#[test]
fn the_links_in_the_readme_of_the_crate_lead_to_its_items() {
    let sources = tests::cases::texts(&tests::cases::workspace().join("generated"));
    let links = sources["README.md"].split("https://docs.rs/acs-chat/latest/acs_chat/").skip(1);
    let links = links.filter_map(|rest| rest.split([')', '\n']).next());
    let mut count = 0;
    for link in links {
        count += 1;
        let (page, method) = link.split_once("#method.").unwrap_or((link, ""));
        let (folder, page) = page.rsplit_once('/').unwrap_or(("", page));
        if let Some(guide) = folder.strip_prefix("guide") {
            let (page, section) = page.split_once('#').unwrap_or((page, ""));
            assert_eq!(page, "index.html", "{link}");
            let text = sources.get(&format!("guide{guide}.md"));
            let text = text.unwrap_or_else(|| panic!("{link}"));
            let heading =
                |line: &str| line.strip_prefix("## ").map(|it| it.to_lowercase().replace(' ', "-"));
            assert!(section.is_empty() || text.lines().filter_map(heading).any(|it| it == section));
            continue;
        }
        let root = match folder {
            "" | "calls" => "src/lib.rs".to_owned(),
            "models" => "src/models.rs".to_owned(),
            folder => format!("src/{folder}/mod.rs"),
        };
        let Some(name) = page.strip_prefix("struct.").and_then(|it| it.strip_suffix(".html"))
        else {
            assert_eq!(page, "index.html", "{link}");
            assert!(sources.contains_key(&root), "{link}");
            continue;
        };
        let is_word = |it: char| it.is_alphanumeric() || it == '_';
        assert!(sources[&root].split(|it| !is_word(it)).any(|word| word == name), "{link}");
        let start = format!("impl {name} {{");
        let in_impl = sources.values().flat_map(|source| source.split(&start).skip(1));
        let has_method = in_impl.filter_map(|rest| rest.split("\n}").next()).any(|members| {
            ['(', '<'].iter().any(|it| members.contains(&format!(" fn {method}{it}")))
        });
        let has_macro =
            || sources.values().any(|source| source.contains(&format!("{method}!(crate::{name})")));
        assert!(method.is_empty() || has_method || has_macro(), "{link}");
    }
    assert!(count > 15, "the README has links");
}
