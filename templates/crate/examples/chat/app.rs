//! The state of the chat, and what changes it.

use crate::{
    person::{Person, pace},
    room::Room,
    screen,
};
use acs_chat::{ChatThreadClient, ThreadChange, ThreadListChange, models::ChatMessageReadReceipt};
use azure_core::{Result, time::OffsetDateTime};
use crossterm::event::{Event as TerminalEvent, EventStream, KeyCode, KeyEvent, KeyModifiers};
use futures::{
    FutureExt, Stream, StreamExt, TryStreamExt,
    stream::{self, BoxStream, SelectAll},
};
use ratatui::DefaultTerminal;
use std::{error::Error, io, time::Duration};

pub struct App {
    pub me: Person,
    pub rooms: Vec<Room>,
    pub selected: usize,
    pub input: String,
    pub status: String,
    /// Everything that can happen: keys, changes, and the ends of calls.
    events: SelectAll<BoxStream<'static, Event>>,
}

enum Event {
    Terminal(TerminalEvent),
    Threads(Result<ThreadListChange>),
    /// In the thread with this id.
    Changed(String, Result<ThreadChange>),
    Receipts(String, Result<Vec<ChatMessageReadReceipt>>),
    /// A call is done.
    Done(Result<()>),
}

impl App {
    pub fn new(me: Person) -> Self {
        let since = OffsetDateTime::UNIX_EPOCH;
        let threads = me.chat.watch_threads().since(since).every(pace()).changes();
        let mut events = SelectAll::new();
        events.push(threads.map(Event::Threads).boxed());
        let status = "Enter sends. Tab changes the thread. Esc ends.".to_owned();
        Self { me, rooms: Vec::new(), selected: 0, input: String::new(), status, events }
    }

    /// Runs until the user ends it.
    pub async fn run(mut self) -> std::result::Result<(), Box<dyn Error>> {
        let keys = EventStream::new().filter_map(async |event| event.ok().map(Event::Terminal));
        self.events.push(keys.boxed());
        let mut terminal = ratatui::try_init()?;
        let result = self.talk(&mut terminal).await;
        ratatui::try_restore()?;
        Ok(result?)
    }

    async fn talk(&mut self, terminal: &mut DefaultTerminal) -> io::Result<()> {
        loop {
            terminal.draw(|frame| screen::draw(self, frame))?;
            match self.events.next().await {
                Some(Event::Terminal(TerminalEvent::Key(key))) if key.is_press() => {
                    if self.key(key) {
                        return Ok(());
                    }
                }
                Some(event) => self.handle(event),
                None => return Ok(()),
            }
            self.send_receipt();
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Threads(Ok(ThreadListChange::Joined(thread))) => {
                let client = self.me.chat.chat_thread_client(&thread.id);
                self.enter(client, thread.topic);
            }
            Event::Changed(id, Ok(change)) => {
                if let Some(room) = self.room_of(&id) {
                    room.change(change);
                }
            }
            Event::Receipts(id, Ok(receipts)) => {
                let me = self.me.id.clone();
                if let Some(room) = self.room_of(&id) {
                    room.note_receipts(&receipts, &me);
                }
            }
            Event::Threads(Err(error))
            | Event::Changed(_, Err(error))
            | Event::Receipts(_, Err(error))
            | Event::Done(Err(error)) => self.status = error.to_string(),
            Event::Threads(Ok(_)) | Event::Done(Ok(())) | Event::Terminal(_) => {}
        }
    }

    /// Follows a thread from its first message.
    fn enter(&mut self, thread: ChatThreadClient, topic: String) {
        let changes = thread.watch().since(OffsetDateTime::UNIX_EPOCH).every(pace()).changes();
        let id = thread.chat_thread_id().to_owned();
        self.events.push(changes.map(move |change| Event::Changed(id.clone(), change)).boxed());
        self.events.push(receipts(thread.clone()).boxed());
        // The user may have left the thread and come back.
        self.rooms.retain(|room| room.thread.chat_thread_id() != thread.chat_thread_id());
        self.rooms.push(Room::new(thread, topic, &self.me.name));
    }

    fn room_of(&mut self, id: &str) -> Option<&mut Room> {
        self.rooms.iter_mut().find(|room| room.thread.chat_thread_id() == id)
    }

    /// Handles a key. Returns `true` if it ends the program.
    fn key(&mut self, key: KeyEvent) -> bool {
        match key.code {
            KeyCode::Esc => return true,
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return true,
            KeyCode::Tab if !self.rooms.is_empty() => {
                self.selected = (self.selected + 1) % self.rooms.len();
            }
            KeyCode::Backspace => drop(self.input.pop()),
            KeyCode::Char(key) => {
                self.input.push(key);
                self.notify_typing();
            }
            KeyCode::Enter => self.submit(),
            _ => {}
        }
        false
    }

    fn submit(&mut self) {
        let input = std::mem::take(&mut self.input);
        let Some(room) = self.rooms.get(self.selected) else { return };
        let (thread, last) = (room.thread.clone(), room.my_last(&self.me.id));
        let name = self.me.name.clone();
        self.call(async move {
            match (input.split_once(' ').unwrap_or((&input, "")), last) {
                (("/edit", text), Some(last)) => thread.update_message(last).content(text).await,
                (("/delete", _), Some(last)) => thread.delete_message(last).await,
                (("/topic", topic), _) => thread.update_properties().topic(topic).await,
                _ if input.is_empty() => Ok(()),
                _ => thread.send_message(input).sender_display_name(name).await.map(drop),
            }
        });
    }

    fn notify_typing(&mut self) {
        if let Some(room) = self.rooms.get_mut(self.selected)
            && let Some(notification) = room.typing.key_pressed()
        {
            self.call(notification.send());
        }
    }

    /// Tells the others that the newest message on the screen was read.
    fn send_receipt(&mut self) {
        if let Some(room) = self.rooms.get_mut(self.selected)
            && let Some(unread) = room.unread(&self.me.id)
        {
            room.read_by_me = unread;
            let receipt = room.thread.send_read_receipt(unread.to_string());
            self.call(receipt.send());
        }
    }

    fn call(&mut self, call: impl Future<Output = Result<()>> + Send + 'static) {
        self.events.push(call.map(Event::Done).into_stream().boxed());
    }
}

/// Asks for the read receipts of a thread, again and again. The service allows it five times in ten
/// seconds.
fn receipts(thread: ChatThreadClient) -> impl Stream<Item = Event> + Send {
    stream::unfold(thread, async |thread| {
        tokio::time::sleep(Duration::from_secs(3)).await;
        let receipts = thread.list_read_receipts().items().try_collect().await;
        Some((Event::Receipts(thread.chat_thread_id().to_owned(), receipts), thread))
    })
}
