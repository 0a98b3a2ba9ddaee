//! A thread that is followed while users talk, requests fail, and the follower is killed.

use super::world::{User, World, new_thread, text};
use acs_chat::{
    ChatThreadClient, ThreadChange, ThreadListChange,
    models::{ChatMessage, ChatParticipant},
};
use acs_chat_emulator::{CutAt, Fault, Rule};
use azure_core::time::{Duration, OffsetDateTime};
use futures::{
    StreamExt, TryStreamExt,
    future::{join, try_join_all},
};
use serde::Deserialize;
use std::{
    collections::HashMap,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};
use tokio::task::spawn_blocking;

const MESSAGES: &str = "/chat/threads/*/messages";
const USERS: usize = 10;
const ROUNDS: usize = 20;
const FAULTS: usize = 1_000;

/// A line of `watch_part`.
#[derive(Deserialize)]
struct Line {
    kind: String,
    message: Option<ChatMessage>,
    checkpoint: String,
}

/// Ten users send a thousand messages, edit 380 and delete 190 of them. Every third request of the
/// follower fails, and it is killed twenty times. In the end it has seen each version once, and its
/// messages are those of the thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_follower_that_is_killed_sees_every_change_once() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    let users = (0..USERS).map(|_| new_user(&world, &thread));
    let mut users = try_join_all(users).await.unwrap();
    fail_every_third(&world);

    let mut lines: Vec<Line> = Vec::new();
    for _ in 0..ROUNDS {
        let seen = lines.len() + 5 * USERS;
        let follow = follow(&world, &me, &thread, &mut lines, |lines| lines.len() >= seen);
        let (talked, ()) = join(try_join_all(users.iter_mut().map(Talker::talk)), follow).await;
        talked.unwrap();
    }
    let last = thread.send_message("the last one").await.unwrap().id;
    let is_last = |line: &Line| line.message.as_ref().is_some_and(|message| message.id == last);
    follow(&world, &me, &thread, &mut lines, |lines| lines.iter().any(is_last)).await;

    assert!(world.emulator.faults().pending().len() < FAULTS - 20, "too few requests failed");
    world.emulator.faults().clear();
    let listed: Vec<ChatMessage> = thread.list_messages().items().try_collect().await.unwrap();
    let listed: HashMap<_, _> = listed.into_iter().map(|it| (it.id.clone(), it)).collect();
    assert!(listed.len() > USERS * ROUNDS * 5);
    let mut view: HashMap<String, ChatMessage> = HashMap::new();
    for Line { kind, message, .. } in lines {
        let message = message.expect("the thread is not deleted");
        let version = |message: &ChatMessage| message.version.parse::<u64>().unwrap();
        let known = view.get(&message.id);
        assert!(known.is_none_or(|known| version(known) < version(&message)), "{kind} {message:?}");
        let expected = match known {
            _ if message.deleted_on.is_some() => "deleted",
            Some(_) => "edited",
            None if message.sender_communication_identifier.is_none() => "system",
            None => "received",
        };
        assert_eq!(kind, expected, "{message:?}");
        view.insert(message.id.clone(), message);
    }
    assert!(view == listed, "{} messages seen, {} listed", view.len(), listed.len());
}

struct Talker {
    thread: ChatThreadClient,
    /// The messages of the last round.
    sent: Vec<String>,
}

async fn new_user(world: &World, thread: &ChatThreadClient) -> azure_core::Result<Talker> {
    let user = world.user().await;
    thread.add_participants([ChatParticipant::new(user.id.clone())]).await?;
    let thread = world.chat(&user).chat_thread_client(thread.chat_thread_id());
    Ok(Talker { thread, sent: Vec::new() })
}

impl Talker {
    /// Edits two messages of the last round and deletes one, while sending five.
    async fn talk(&mut self) -> azure_core::Result<()> {
        let last_round = std::mem::take(&mut self.sent);
        for number in 0..5 {
            self.sent.push(self.thread.send_message(number.to_string()).await?.id);
            match (number, last_round.get(number)) {
                (0 | 3, Some(id)) => self.thread.update_message(id).content("edited").await?,
                (2, Some(id)) => self.thread.delete_message(id).await?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// Runs `watch_part` from the last checkpoint until `is_enough`, and kills it.
async fn follow(
    world: &World,
    me: &User,
    thread: &ChatThreadClient,
    lines: &mut Vec<Line>,
    is_enough: impl Fn(&[Line]) -> bool + Send,
) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_watch_part"));
    command
        .arg(thread.chat_thread_id())
        .args(lines.last().map(|line| &line.checkpoint))
        .env("COMMUNICATION_ENDPOINT", world.emulator.endpoint())
        .env("COMMUNICATION_TOKEN", &me.token)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut is_killed = false;
    loop {
        let read = spawn_blocking(move || {
            let mut line = String::new();
            output.read_line(&mut line).map(|_| (line, output))
        });
        let (line, rest) = read.await.unwrap().unwrap();
        output = rest;
        // The last line can be incomplete. Then nobody has seen it.
        if !line.ends_with('\n') {
            break;
        }
        lines.push(serde_json::from_str(&line).unwrap());
        if !is_killed && is_enough(lines) {
            child.kill().unwrap();
            is_killed = true;
        }
    }
    child.wait().unwrap();
    assert!(is_killed, "the process has ended by itself");
}

fn fail_every_third(world: &World) {
    let kinds = [
        Fault::too_many_requests("0"),
        Fault::BrokenJson,
        Fault::status(503),
        Fault::Cut { at: CutAt::BeforeResponse },
        Fault::Cut { at: CutAt::InBody },
    ];
    for fault in kinds.iter().cycle().take(FAULTS) {
        world.emulator.faults().inject(Rule::new(fault.clone()).on("GET", MESSAGES).after(2));
    }
}

#[tokio::test]
async fn a_stream_ends_when_the_user_is_removed_and_when_the_thread_is_deleted() {
    let world = World::new().await;
    let (me, other) = (world.user().await, world.user().await);
    let thread = new_thread(&world.chat(&me)).await;
    thread.add_participants([ChatParticipant::new(other.id.clone())]).await.unwrap();
    let theirs = world.chat(&other).chat_thread_client(thread.chat_thread_id());
    let every = Duration::milliseconds(1)..=Duration::milliseconds(10);
    let (mut mine, mut their_changes) = (
        thread.watch().every(every.clone()).since(OffsetDateTime::UNIX_EPOCH).changes(),
        theirs.watch().every(every).changes(),
    );
    for _ in 0..3 {
        mine.try_next().await.unwrap().unwrap();
    }
    assert!(theirs.is_participant().await.unwrap());
    thread.remove_participant(other.id.clone()).await.unwrap();
    assert_eq!(their_changes.next().await.unwrap().unwrap(), ThreadChange::ParticipationEnded);
    assert!(their_changes.next().await.is_none());
    assert!(!theirs.is_participant().await.unwrap());
    let removed = mine.next().await.unwrap().unwrap();
    let ThreadChange::ParticipantsRemoved(message) = removed else { panic!("{removed:?}") };
    let participants = &message.content.as_ref().unwrap().participants;
    assert_eq!(participants[0].communication_identifier, other.id);

    world.chat(&me).delete_chat_thread(thread.chat_thread_id()).await.unwrap();
    assert_eq!(mine.next().await.unwrap().unwrap(), ThreadChange::ThreadDeleted);
    assert!(mine.next().await.is_none());
    assert!(!thread.is_participant().await.unwrap());
}

#[tokio::test]
async fn the_list_of_threads_is_followed() {
    let world = World::new().await;
    let (me, other) = (world.user().await, world.user().await);
    let every = Duration::milliseconds(5)..=Duration::milliseconds(50);
    let since = OffsetDateTime::UNIX_EPOCH;
    let mut changes = world.chat(&other).watch_threads().since(since).every(every).changes();
    let thread = new_thread(&world.chat(&me)).await;
    thread.add_participants([ChatParticipant::new(other.id.clone())]).await.unwrap();
    let joined = changes.next().await.unwrap().unwrap();
    assert!(matches!(&joined, ThreadListChange::Joined(it) if it.id == thread.chat_thread_id()));
    thread.remove_participant(other.id).await.unwrap();
    loop {
        match changes.next().await.unwrap().unwrap() {
            ThreadListChange::Active(_) => {}
            left => break assert_eq!(left, ThreadListChange::Left(thread.chat_thread_id().into())),
        }
    }
}

#[tokio::test]
async fn unread_messages_are_counted() {
    let world = World::new().await;
    let (me, other) = (world.user().await, world.user().await);
    let thread = new_thread(&world.chat(&me)).await;
    thread.add_participants([ChatParticipant::new(other.id.clone())]).await.unwrap();
    let theirs = world.chat(&other).chat_thread_client(thread.chat_thread_id());
    let mut ids = Vec::new();
    for number in 0..6 {
        ids.push(thread.send_message(number.to_string()).await.unwrap().id);
    }
    let progress = theirs.reading_progress(other.id.clone()).await.unwrap();
    assert_eq!((progress.last_read, progress.unread), (None, 6));

    theirs.send_read_receipt(&ids[1]).await.unwrap();
    thread.send_read_receipt(&ids[5]).await.unwrap();
    theirs.send_message("mine").await.unwrap();
    thread.update_message(&ids[0]).content("edited").await.unwrap();
    thread.delete_message(&ids[3]).await.unwrap();
    thread.update_properties().topic("new").await.unwrap();
    let progress = theirs.reading_progress(other.id.clone()).await.unwrap();
    assert_eq!(progress.last_read.unwrap().chat_message_id, ids[1]);
    assert_eq!(progress.unread, 3, "2, 4 and 5");
    let progress = thread.reading_progress(me.id).await.unwrap();
    assert_eq!((progress.last_read.unwrap().chat_message_id, progress.unread), (ids[5].clone(), 1));
    assert_eq!(text(&thread.get_message(&ids[5]).await.unwrap()), "5");
}

#[tokio::test]
async fn typing_is_notified_once_in_eight_seconds() {
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    let mut typing = thread.typing().sender_display_name("Ann");
    for _key in "hello".chars() {
        if let Some(notification) = typing.key_pressed() {
            notification.await.unwrap();
        }
    }
    let requests = world.emulator.requests();
    let requests = requests.iter().filter(|it| it.target.contains("/typing"));
    assert_eq!(requests.count(), 1);
}
